import { chain } from '../model/stage.ts';
import type { Step } from '../model/step.ts';
import { expand } from '../model/variables.ts';
import type { DockerfileFile } from './file.ts';

/**
 * The variables that are set where a step stands, by the file itself: `ENV` and `ARG` of the stage and of those it
 * continues. `undefined` as a value: declared, but its value comes from outside.
 */
export function valuesAt(file: DockerfileFile, step: Step): ReadonlyMap<string, string | undefined> {
  const globals = globalValues(file);
  const values = new Map<string, string | undefined>();
  const { start } = step.onbuild ?? step;
  for (const stage of chain(step.stage).reverse()) {
    const own = new Map<string, string | undefined>();
    for (const earlier of stage.steps) {
      if (stage === step.stage && earlier.start >= start) break;
      if (earlier.name !== 'ARG' && earlier.name !== 'ENV') continue;
      const before = new Map(values);
      for (const { name, value } of earlier.assignments) {
        const result = value === undefined ? globals.get(name) : valueOf(value, earlier, before);
        const set = earlier.name === 'ARG' ? (file.buildArgs[name] ?? result) : result;
        // An ENV wins over an ARG of the same name, also over a later one.
        if (earlier.name === 'ENV') own.set(name, set);
        values.set(name, earlier.name === 'ARG' && own.has(name) ? own.get(name) : set);
      }
    }
  }
  return values;
}

/** The `ARG`s before the first `FROM`, with their defaults. */
export function globalValues(file: DockerfileFile): ReadonlyMap<string, string | undefined> {
  const values = new Map<string, string | undefined>();
  const [first] = file.stages;
  if (first === undefined || first.from !== undefined) return values;
  for (const step of first.steps) {
    if (step.name !== 'ARG') continue;
    for (const { name, value } of step.assignments)
      values.set(name, file.buildArgs[name] ?? (value === undefined ? undefined : valueOf(value, step, values)));
  }
  return values;
}

function valueOf(text: string, step: Step, values: ReadonlyMap<string, string | undefined>): string | undefined {
  const { text: value, references, error } = expand(text, { escape: step.escape, lookup: (name) => values.get(name) });
  const known = references.every(({ name, modifier }) => modifier !== '' || values.get(name) !== undefined);
  return known && error === undefined ? value : undefined;
}

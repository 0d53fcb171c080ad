import type { Rule } from '../../../lint/rule.ts';
import { firstOf, type Stage } from '../../model/stage.ts';
import { declareArgument } from '../declareArgument.ts';
import type { DockerfileFile } from '../file.ts';
import { shellSets, shellVariables } from '../shellVariables.ts';

export const argumentInItsStage: Rule<DockerfileFile> = {
  id: 'argument-in-its-stage',
  summary: 'Declare a global ARG again in the stage whose RUN uses it',
  rationale: `An \`ARG\` before the first \`FROM\` is for \`FROM\` lines. A \`RUN\` sees it only when its stage says \`ARG NAME\` again; without
that the shell finds nothing, and says nothing.

The first \`RUN\` of a stage that uses the name is reported. Where the \`RUN\` gives the name a value itself, or the base image
is likely to (\`NODE_VERSION\` in \`node\`) or not known, nothing is said. What the build itself expands is \`undefined-variable\`'s matter.`,
  severity: 'info',
  codes: [],
  scope: 'stage',
  examples: {
    bad: ['ARG VERSION=1\nFROM alpine:3.20\nRUN echo $VERSION > /version\n'],
    good: [
      'ARG VERSION=1\nFROM alpine:3.20\nARG VERSION\nRUN echo $VERSION > /version\n',
      'ARG NODE_VERSION=22\nFROM node:$NODE_VERSION\nRUN echo $NODE_VERSION\n',
    ],
  },
  *check(file) {
    const globals = new Set(file.values.globals.names());
    if (globals.size === 0) return;
    const reported = new Map<Stage, Set<string>>();
    for (const step of file.all('RUN')) {
      if (step.onbuild || step.stage.from === undefined || !file.shellOf(step).posix || step.json) continue;
      const names = reported.get(step.stage) ?? new Set();
      reported.set(step.stage, names);
      for (const use of shellVariables(step, file.source)) {
        const { name } = use;
        if (!globals.has(name) || names.has(name) || file.values.at(step).has(name)) continue;
        if (shellSets(file.source.text.slice(step.start, step.end), name) || mayBeSetByImage(step.stage, name))
          continue;
        names.add(name);
        yield {
          range: file.range(use),
          message: `The stage does not see the global ARG ${name}, so this is empty. Declare it here with ARG ${name}.`,
          fix: declareArgument(file, { name, before: step }),
        };
      }
    }
  },
};

/** Images set variables that are named after what is in them: `PYTHON_VERSION` in `python`. */
function mayBeSetByImage(stage: Stage, name: string): boolean {
  const { base } = firstOf(stage);
  const program = /([a-z]+)[^/]*$/.exec(base?.replace(/[:@].*$/, '') ?? '')?.[1];
  return program === undefined || name.toLowerCase().startsWith(program);
}

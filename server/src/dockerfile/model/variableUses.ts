import type { ShellParser } from '../../shell/parser.ts';
import type { Occurrence } from './name.ts';
import { shellTexts } from './script.ts';
import type { Source, Step } from './step.ts';
import { expand } from './variables.ts';

/** A place in a step that names a variable, whoever gives it its value. */
export interface VariablePlace extends Occurrence {
  readonly name: string;
  readonly step: Step;
  /** Expanded by the builder, or by a shell that has the builder's variables and its own. */
  readonly by: 'builder' | 'shell';
}

/** Where a step uses variables; `reads` tells whether the shell that runs it is one that can be read. */
export function variablePlaces(
  step: Step,
  { source, shell }: { readonly source: Source; readonly shell: ShellParser | undefined },
): VariablePlace[] {
  if (!/\$|\bread\b|=/.test(step.textOf(step))) return [];
  const places: VariablePlace[] = builderUses(step).map(({ name, start }) => ({
    name,
    step,
    start,
    end: start + name.length,
    kind: 'read',
    by: 'builder',
  }));
  if (shell === undefined) return places;
  for (const { text, base } of shellTexts(step, source)?.texts ?? [])
    for (const { name, start, end, written } of shell.pieces(text).variables)
      places.push({
        name,
        step,
        start: base + start,
        end: base + end,
        kind: written ? 'write' : 'read',
        by: 'shell',
      });
  return places;
}

/** The variables that the builder replaces in a step, `FROM` too; where their names stand. */
export function builderUses(step: Step): { readonly name: string; readonly start: number }[] {
  if (step.name !== 'FROM') return step.variableUses.map(({ name, nameStart }) => ({ name, start: nameStart }));
  const { line, escape } = step;
  return expand(line.text, { escape, lookup: () => '' }).references.map(({ name, nameStart }) => ({
    name,
    start: line.offsetAt(nameStart),
  }));
}

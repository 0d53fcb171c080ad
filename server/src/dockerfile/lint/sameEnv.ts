import { lastIndex } from '../../lint/lastIndex.ts';
import type { VariableUse } from '../model/expandedTexts.ts';
import type { Step } from '../model/step.ts';

/** The index of the assignment that a variable is used in; -1 when it is in none. */
export function assignmentOf({ step, start }: VariableUse): number {
  return lastIndex(step.assignments, (assignment) => assignment.start <= start);
}

/**
 * Answers for the variables in an `ENV` which other assignment of the same one sets them, by its index; -1 when none does.
 * It has no effect on the use.
 */
export function settersBeside(step: Step): (use: VariableUse) => number {
  const setters = new Map<string, number[]>();
  if (step.name === 'ENV')
    for (const [index, { name }] of step.assignments.entries()) {
      const known = setters.get(name);
      // The first one that is another is among the first two.
      if (known === undefined) setters.set(name, [index]);
      else if (known.length < 2) known.push(index);
    }
  return (use) => setters.get(use.name)?.find((index) => index !== assignmentOf(use)) ?? -1;
}

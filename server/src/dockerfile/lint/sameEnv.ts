import type { VariableUse } from '../model/expandedTexts.ts';

/** The index of the assignment that a variable is used in; -1 when it is in none. */
export function assignmentOf({ step, start }: VariableUse): number {
  return step.assignments.findLastIndex((assignment) => assignment.start <= start);
}

/** The index of another assignment of the same `ENV` that sets the variable, which has no effect on the use; -1 when there is none. */
export function setterBeside(use: VariableUse): number {
  if (use.step.name !== 'ENV') return -1;
  const own = assignmentOf(use);
  return use.step.assignments.findIndex(({ name }, i) => i !== own && name === use.name);
}

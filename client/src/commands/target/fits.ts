import type { TargetCommand, TargetKind } from '../command.ts';

/** A target must have one of the flags that the command names. */
export function fits({ when }: Pick<TargetCommand<TargetKind>, 'when'>, flags: readonly string[]): boolean {
  return when === undefined || when.some((flag) => flags.includes(flag));
}

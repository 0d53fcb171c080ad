import type { TargetCommand, TargetKind } from '../command.ts';

/** A target must have one of the flags that the command names. */
export function fits({ when }: Pick<TargetCommand<TargetKind>, 'when'>, flags: readonly string[]): boolean {
  return when === undefined || when.some((flag) => flags.includes(flag));
}

/** `paused or restarting`. */
export function oneOf(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

import { closest } from '../../lint/closest.ts';
import type { DockerfileFile } from '../lint/file.ts';
import type { Step } from '../model/step.ts';

/** A part of the document. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place where a build would stop, as a check finds it. Offsets are the document's. */
export interface Mistake {
  /** Kebab-case: the name of the problem. */
  readonly id: string;
  readonly at: Span;
  readonly message: string;
  /** Only where a build goes on, and no rule says so. */
  readonly severity?: 'warning';
  /** The upstream names beside DL1000. */
  readonly codes?: readonly string[];
  readonly fix?: Repair;
  readonly alternatives?: readonly Repair[];
}

export interface Repair {
  readonly title: string;
  readonly edits: readonly (Span & { readonly newText: string })[];
  readonly safe: boolean;
}

/** Looks at one instruction, also at one behind `ONBUILD`. */
export type StepCheck = (step: Step, file: DockerfileFile) => Iterable<Mistake>;

/** Looks at the file as a whole. */
export type FileCheck = (file: DockerfileFile) => Iterable<Mistake>;

/** A mistake that is probably a mistyped word: asks for the nearest of the words that fit, and offers it. */
export function mistyped(
  mistake: Pick<Mistake, 'id' | 'at' | 'message' | 'severity' | 'alternatives'>,
  { written, candidates }: { readonly written: string; readonly candidates: Iterable<string> },
): Mistake {
  const meant = closest(written, candidates);
  if (meant === undefined) return mistake;
  return {
    ...mistake,
    message: `${mistake.message} Did you mean ${meant}?`,
    fix: change(mistake.at, meant),
  };
}

/** Puts one text in the place of another. */
export function change(at: Span, newText: string): Repair {
  return { title: `Change to ${newText}`, edits: [{ start: at.start, end: at.end, newText }], safe: false };
}

/** A comment behind an instruction, which BuildKit does not know: it is more arguments. */
export function strayComment(at: Span): Mistake {
  return {
    id: 'stray-comment',
    at,
    message: 'A comment needs a line of its own: here it is read as arguments.',
  };
}

/** `a, b or c`. */
export function anyOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Whether the build will put something else in the place of a part of this text. */
export function hasVariable(text: string): boolean {
  return text.includes('$');
}

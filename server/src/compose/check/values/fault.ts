import type { Severity } from '../../../lint/rule.ts';
import type { CheckedRule } from '../report.ts';

/** Something that is wrong with a text; offsets in the text as it reads, without quotes and escapes. */
export interface Fault {
  /** The whole text when absent. */
  readonly at?: Piece;
  /** What is wrong and what to do; `{}` at its beginning stands for the key, or for the item of a list. */
  readonly message: string;
  /** Another rule than that of the kind. */
  readonly rule?: CheckedRule;
  /** When it is milder or graver than the rule's findings are. */
  readonly severity?: Exclude<Severity, 'off'>;
  readonly fix?: TextFix;
}

export interface TextFix {
  readonly title: string;
  /** What the text becomes. */
  readonly text: string;
  /** What is replaced; the fault's own piece when absent. */
  readonly at?: Piece;
  readonly safe?: true;
  /** The text is YAML, and stands for the whole value with its quotes. */
  readonly raw?: true;
}

export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** A part of a text that keeps its place in the whole. */
export interface Part extends Piece {
  readonly text: string;
}

/** Divides a text at a character. */
export function parts(text: string, separator: string, offset = 0): Part[] {
  let from = offset;
  return text.split(separator).map((part) => {
    const piece = { from, to: from + part.length, text: part };
    from = piece.to + separator.length;
    return piece;
  });
}

/** A correction of a word to one that is known, when one is near. */
export function changeTo(meant: string | undefined): Pick<Fault, 'fix'> {
  return meant === undefined ? {} : { fix: { title: `Change to ${meant}`, text: meant } };
}

export function didYouMean(meant: string | undefined): string {
  return meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
}

/** A text as it stands in a message: its first line, and of a long one the beginning. */
export function quoted(text: string): string {
  const [line = ''] = text.split('\n', 1);
  return line.length > 60 ? `\`${line.slice(0, 60)}…\`` : `\`${line}\``;
}

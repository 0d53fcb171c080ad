import { quotedWords } from './quotedWords.ts';
import type { Step } from './step.ts';

/** `NAME=value` of an `ENV`, `ARG` or `LABEL`. Offsets are the document's. */
export interface Assignment {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** As written, quotes and variables included; `undefined` for an `ARG` without `=`. */
  readonly value: string | undefined;
}

/** The assignments of an `ENV`, `ARG` or `LABEL`; also of the old `ENV name value`. */
export function readAssignments(step: Pick<Step, 'line' | 'name' | 'escape'>): Assignment[] {
  const { line } = step;
  const words = quotedWords(line.text, step.escape);
  const [first, second] = words;
  if (first === undefined) return [];
  const at = (index: number, length: number): { start: number; end: number } => ({
    start: line.offsetAt(index),
    end: length === 0 ? line.offsetAt(index) : line.offsetAt(index + length - 1) + 1,
  });
  if (step.name !== 'ARG' && !first.text.includes('=')) {
    const value = second === undefined ? '' : line.text.slice(second.index).trimEnd();
    return [{ name: first.text, ...at(first.index, first.text.length), value }];
  }
  return words.map(({ text, index }): Assignment => {
    const equals = text.indexOf('=');
    const name = equals < 0 ? text : text.slice(0, equals);
    const { start, end } = at(index, name.length);
    return { name: unquoted(name), start, end, value: equals < 0 ? undefined : text.slice(equals + 1) };
  });
}

/** Where an assignment's value stands, from its first line to its last; `undefined` where there is none. */
export function valueSpan(
  { line }: Pick<Step, 'line'>,
  { end, value }: Assignment,
): { readonly start: number; readonly end: number } | undefined {
  if (value === undefined || value === '') return undefined;
  const after = line.indexAt(end);
  const from = line.text.indexOf(value, after);
  return from < 0 ? undefined : { start: line.offsetAt(from), end: line.offsetAt(from + value.length - 1) + 1 };
}

function unquoted(name: string): string {
  return name.replace(/^(["'])(.*)\1$/, '$2');
}

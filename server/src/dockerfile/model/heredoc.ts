import { readFlags } from './flags.ts';
import type { LogicalLine } from './logicalLine.ts';
import { quotedWords } from './quotedWords.ts';
import { expand } from './variables.ts';

/** A here-document. Offsets are the document's. */
export interface Heredoc {
  readonly name: string;
  /** Variables in the body are replaced: the name is not quoted. */
  readonly expand: boolean;
  /** `<<EOF` itself. */
  readonly start: number;
  readonly end: number;
  readonly body: { readonly start: number; readonly end: number };
  /** The line that ends it was found. */
  readonly closed: boolean;
  /** Where the line after it begins. */
  readonly next: number;
}

interface Opener {
  readonly index: number;
  readonly length: number;
  readonly name: string;
  readonly expand: boolean;
  /** `<<-`: tabs before the lines do not count. */
  readonly dash: boolean;
}

/** Whether a line's here-documents are lost on BuildKit: it splits the line into words first, and could not. */
export function hidesHeredocs(text: string): boolean {
  return expand(text, { escape: '\\', lookup: () => 'set' }).error !== undefined;
}

/** The `<<NAME`s in a text that a Dockerfile's here-documents begin with. */
function openedHeredocs(text: string, { hidden }: { readonly hidden: boolean }): Opener[] {
  // Inside an open quote, blanks part words all the same: half typed, it shall not hide what follows.
  const words = hidden
    ? Array.from(text.matchAll(/\S+/g), ({ 0: word, index }) => ({ text: word, index }))
    : quotedWords(text, '\\');
  return words.flatMap((word): Opener[] => {
    const [whole, dash, quoted = ''] = /^\d*<<(-?)([^<]+)$/.exec(word.text) ?? [];
    const name = quoted.replaceAll(/["'\\]/g, '');
    if (whole === undefined || name === '') return [];
    return [{ index: word.index, length: whole.length, name, expand: name === quoted, dash: dash === '-' }];
  });
}

/**
 * Finds the here-documents that a logical line opens, with the bodies that follow it one after another. `missing` keeps
 * the names that nothing closes from here on, for the lines that follow.
 * @see https://docs.docker.com/reference/dockerfile/#here-documents
 */
export function readHeredocs(
  document: string,
  { line, missing }: { readonly line: LogicalLine; readonly missing: Set<string> },
): Heredoc[] {
  if (!line.text.includes('<<')) return [];
  const hidden = hidesHeredocs(line.text);
  const openers = openedHeredocs(line.text, { hidden });
  if (openers.length === 0 || isJson(line)) return [];
  const found: Heredoc[] = [];
  let at = nextLine(document, line.offsetAt(line.text.length));
  for (const { index, length, name, expand, dash } of openers) {
    const key = `${dash ? '-' : ''}${name}`;
    const close = missing.has(key) ? undefined : terminator(document, { name, dash, from: at });
    if (close === undefined) missing.add(key);
    const next = close?.next ?? document.length;
    found.push({
      name,
      expand,
      start: line.offsetAt(index),
      end: line.offsetAt(index + length - 1) + 1,
      body: { start: at, end: close?.start ?? document.length },
      closed: close !== undefined,
      next,
    });
    at = next;
  }
  // Half typed, most likely: who wrote the closing lines meant here-documents. Without them the rest of the file is not one.
  return found.every(({ closed }) => closed) || !hidden ? found : [];
}

/** In JSON form `<<` is text. */
function isJson(line: LogicalLine): boolean {
  const text = line.text.slice(readFlags(line).argumentsAt);
  if (!/^\s*\[/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function terminator(
  document: string,
  { name, dash, from }: { name: string; dash: boolean; from: number },
): { start: number; next: number } | undefined {
  for (let at = document.indexOf(name, from); at >= 0; at = document.indexOf(name, at + 1)) {
    const start = dash ? beforeTabs(document, { at, from }) : at;
    let end = at + name.length;
    while (document.charAt(end) === '\r') end += 1;
    const alone = start === from || document.charAt(start - 1) === '\n';
    if (alone && (end === document.length || document.charAt(end) === '\n'))
      return { start, next: nextLine(document, at) };
  }
  return undefined;
}

function beforeTabs(document: string, { at, from }: { at: number; from: number }): number {
  let start = at;
  while (start > from && document.charAt(start - 1) === '\t') start -= 1;
  return start;
}

function nextLine(document: string, at: number): number {
  const newline = document.indexOf('\n', at);
  return newline < 0 ? document.length : newline + 1;
}

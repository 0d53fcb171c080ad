import type { CommentLine } from '../../lint/directives.ts';
import { LineReader } from './lineReader.ts';

type DirectiveName = 'syntax' | 'escape' | 'check';

/** `# name=value` at the very head of a file. Offsets are the document's. */
export interface ParserDirective extends CommentLine {
  readonly name: DirectiveName;
  readonly value: string;
  /** Where the name begins. */
  readonly start: number;
  readonly valueStart: number;
  /** A directive of this name stands above: BuildKit refuses the file. */
  readonly repeated: boolean;
}

/**
 * The parser directives: the first line that is none ends them, also an empty one. They are read twice, and not alike:
 * `syntax` and `check` may follow a `#!` line but not be indented; for `escape` it is the other way around.
 * @see https://docs.docker.com/reference/dockerfile/#parser-directives
 */
export function readHead(text: string): ParserDirective[] {
  const head: ParserDirective[] = [];
  const seen = new Set<DirectiveName>();
  const reading = { escape: true, others: true };
  const reader = new LineReader(text);
  for (let line = reader.next(); line !== undefined && (reading.escape || reading.others); line = reader.next()) {
    if (line.number === 0 && line.text.startsWith('#!')) {
      reading.escape = false;
      continue;
    }
    const [whole, lead = '', key = '', equals = '', value = ''] =
      /^(\s*#\s*)([a-z][a-z0-9]*)(\s*=\s*)(\S(?:.*\S)?)\s*$/i.exec(line.text) ?? [];
    const name = key.toLowerCase();
    if (whole === undefined || !isDirectiveName(name)) break;
    if (!lead.startsWith('#')) reading.others = false;
    const repeated = seen.has(name);
    seen.add(name);
    if (!repeated && !(name === 'escape' ? reading.escape : reading.others)) continue;
    const start = line.offset + lead.length;
    head.push({
      line: line.number,
      text: `${key}${equals}${value}`,
      name,
      value,
      start,
      valueStart: start + key.length + equals.length,
      repeated,
    });
  }
  return head;
}

/**
 * Whether the file says that it is for another frontend than Dockerfile's, in a way that a Dockerfile cannot:
 * `//syntax=image` at its head, or a JSON object with the key `syntax`.
 */
export function isForeign(text: string): boolean {
  if (!/^\uFEFF?(#!|\/\/|\s*\{)/.test(text)) return false;
  const body = text.replace(/^\uFEFF/, '').replace(/^#!.*\n/, '');
  if (body.startsWith('//')) return /^(\/\/\s*(escape|check)\s*=.*\S.*\n)*\/\/\s*syntax\s*=\s*\S/i.test(body);
  if (!/^\s*\{/.test(body)) return false;
  try {
    const json: unknown = JSON.parse(body);
    return typeof json === 'object' && json !== null && 'syntax' in json && typeof json.syntax === 'string';
  } catch {
    return false;
  }
}

function isDirectiveName(name: string): name is DirectiveName {
  return name === 'syntax' || name === 'escape' || name === 'check';
}

import type { YAMLParseError } from 'yaml';
import { lineStartAt } from './lines.ts';

/** A syntax error; offsets count from the start of the chunk. */
export interface RelativeError {
  readonly from: number;
  readonly to: number;
  /** One or two sentences: what is wrong and what to do. */
  readonly message: string;
  /** A quote or a bracket that is not closed, where it should be. */
  readonly unclosed?: true;
}

const tabs = 'YAML does not allow tabs for indentation: use spaces.';
const unexpected = 'This is not expected here: check the indentation and quotes of the lines before it.';

type Words = string | ((match: RegExpExecArray) => string);

/** The parser's messages in our words; `null` for those that the converter reports itself, with a better range. */
const table: readonly (readonly [RegExp, Words | null])[] = [
  [
    /^Implicit map keys need to be followed|^Implicit keys need|^Missing closing|must(?: be .*)? end with a [\]}]$/,
    null,
  ],
  [/^All mapping items must start at the same column|^Flow end indicator|^Map comment with/, null],
  [/^With stringKeys|^Map keys must be unique|^Unresolved tag/, null],
  [/^Tabs are not allowed/, tabs],
  [/^All sequence items must start/, 'This `-` does not stand under the first `-` of its list.'],
  [/^Sequence item without - indicator/, 'An item of a list begins with `- `.'],
  [
    /^Nested mappings are not allowed in compact/,
    'A second `:` cannot stand here: begin a new line for a nested key, or put the value in quotes.',
  ],
  [
    /^A block sequence may not be used as/,
    'A list cannot stand among keys: indent it under the key that it belongs to.',
  ],
  [
    /^Plain value cannot start with (.*)/,
    ([, what = '']) => `A value cannot begin with ${lastWord(what)}: put it in quotes.`,
  ],
  [
    /^Invalid escape sequence (.*)/s,
    ([, what = '']) => `\`${what}\` is not an escape sequence: write \`\\\\\` for a backslash, or use single quotes.`,
  ],
  [/^Comments must be separated/, 'A comment needs a space before its `#`.'],
  [/^Tags and anchors must be separated/, 'A space must follow the anchor or tag.'],
  [/^Missing , (?:or : )?between/, 'A comma is missing between two items.'],
  [/^Missing space after :/, 'A space must follow the `:`.'],
  [/^Unexpected ,|^Unexpected empty item/, 'There is no item before this comma.'],
  [
    /^Block collections are not allowed within flow/,
    'Inside `[…]` and `{…}` a list is written `[a, b]` and a mapping `{a: b}`.',
  ],
  [/^An alias node must not specify/, 'An alias cannot have an anchor or a tag of its own.'],
  [/^A node can have at most one (\w+)/, ([, what = '']) => `A value can have only one ${what}.`],
  [/^Anchor cannot be an empty/, 'A name must follow the `&`.'],
  [/^Alias cannot be an empty/, 'A name must follow the `*`.'],
  [/^Anchors and tags must be after the (\S+)/, ([, what = '']) => `Anchors and tags stand after the \`${what}\`.`],
  [
    /^Block scalar header includes extra/,
    'Only an indentation figure, `+` or `-` can follow `|` or `>`; the text begins on the next line.',
  ],
  [
    /^Block scalar values in collections must be indented/,
    'The text after `|` or `>` must be indented more than its key.',
  ],
  [
    /^Block scalars with more-indented leading/,
    'The first lines of this text are indented more than the rest: give the indentation after the `|` or `>`.',
  ],
  [/^Missing newline after block sequence props/, 'A list begins on the line after its anchor or tag.'],
  [/^The : indicator must be at most 1024/, 'A key can have 1,024 characters at the most.'],
  [
    /^Unsupported token|^Unexpected .* token|^Unexpected .* in YAML stream|^Unexpected .* in|^Not a YAML token|^Source contains/,
    unexpected,
  ],
  [/Maximum call stack/, 'This is nested too deeply to be read.'],
];

/** An error of the parser as ours: none when the converter reports it, one otherwise. */
export function explain({ message, pos }: YAMLParseError, text: string): RelativeError[] {
  const [first = message] = message.split('\n');
  const plain = first.replace(/ at line \d+, column \d+:?$/, '');
  for (const [pattern, words] of table) {
    const match = pattern.exec(plain);
    if (!match) continue;
    if (words === null) return [];
    return [{ ...wordAt(text, pos), message: typeof words === 'string' ? words : words(match) }];
  }
  return [{ ...wordAt(text, pos), message: `${plain}.` }];
}

/**
 * One mistake often makes the parser stumble again before it finds its feet: of a line, one error is told, and the one
 * that knows what is wrong before the one that does not. On a line that is indented with a tab it is always the tab.
 */
export function withoutEchoes(errors: readonly RelativeError[], text: string): RelativeError[] {
  const kept: RelativeError[] = [];
  for (const error of errors.map((each) => tabError(each, text)).sort((a, b) => a.from - b.from)) {
    const last = kept.at(-1);
    const vague = error.message === unexpected;
    if (last && !text.slice(last.from, error.from).includes('\n')) {
      if (last.message === unexpected && !vague) kept[kept.length - 1] = error;
    } else if (!vague || last?.message !== unexpected) kept.push(error);
  }
  return kept;
}

function tabError(error: RelativeError, text: string): RelativeError {
  const line = lineStartAt(text, error.from);
  const indent = /^[ \t]*/.exec(text.slice(line, line + 400))?.[0] ?? '';
  return indent.includes('\t') ? { from: line + indent.indexOf('\t'), to: line + indent.length, message: tabs } : error;
}

/** The parser often marks one character, or the end of the line before: the range is widened to the word that stands there. */
function wordAt(text: string, [start, end]: readonly [number, number]): { from: number; to: number } {
  let from = Math.min(start, text.length);
  const rest = /^\s+(?=\S)/.exec(text.slice(from, from + 400));
  if (rest && /\s/.test(text.charAt(from)) && text.charAt(from) !== '\t') from += rest[0].length;
  const word = /^[^\s,[\]{}]+/.exec(text.slice(from, from + 200))?.[0].length ?? 1;
  return { from, to: Math.min(text.length, Math.max(end, from + word)) };
}

function lastWord(what: string): string {
  return `\`${what.split(' ').at(-1) ?? what}\``;
}

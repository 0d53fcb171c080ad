import type { Step } from '../model/step.ts';
import { lastWord, tokenAt, type PhysicalLine } from './token.ts';
import { variableAt, type Around, type InStep, type VariablePlace } from './variablePlace.ts';

/** A place in an instruction, behind its keyword. */
export type Place = VariablePlace | FlagPlace | FlagValuePlace | MountPlace | ArgumentPlace;

export interface FlagPlace extends InStep {
  readonly kind: 'flag';
  /** A `=` follows. */
  readonly hasValue: boolean;
}

export interface FlagValuePlace extends InStep {
  readonly kind: 'flag-value';
  /** Without dashes. */
  readonly flag: string;
}

/** In the value of `--mount`: a key, or a key's value. */
export interface MountPlace extends InStep {
  readonly kind: 'mount-key' | 'mount-value';
  /** The other pairs, by the names that are written. */
  readonly pairs: ReadonlyMap<string, string>;
  /** Of a value, the key; of a key, empty. */
  readonly key: string;
  readonly hasValue: boolean;
}

export interface ArgumentPlace extends InStep {
  readonly kind: 'argument';
  /** The arguments before it, without flags; strings of a JSON form unquoted. */
  readonly words: readonly string[];
  /** No other word follows. */
  readonly last: boolean;
  /** In a string of the JSON form; `outside` where no string is open. */
  readonly json: 'inside' | 'outside' | undefined;
  /** A quote is open before the cursor. */
  readonly quoted: boolean;
  /** A flag may still follow: there was no argument yet. */
  readonly mayBeFlag: boolean;
}

/** What the cursor is in, behind the keyword of a step. */
export function placeIn(step: Step, around: Around): Place | undefined {
  const { before, after, line } = around;
  const word = lastWord(before);
  const earlier = before.slice(0, before.length - word.length);
  const flagsOnly = earlier.split(/\s+/).every((text) => text === '' || isFlag(text));
  const inFlag = flagsOnly && word.startsWith('-');
  const variable = around.variables ? variableAt(step, around, inFlag ? word : undefined) : undefined;
  if (variable !== undefined) return variable;
  if (inFlag) return flagAt(step, word, { after, line });
  return argumentAt(step, around);
}

function isFlag(text: string): boolean {
  return text.startsWith('--') && text !== '--';
}

function flagAt(step: Step, word: string, { after, line }: Pick<Around, 'after' | 'line'>): Place | undefined {
  const equals = word.indexOf('=');
  if (equals < 0) {
    const rest = /^[\w-]*/.exec(after)?.[0] ?? '';
    const token = tokenAt(line, { typed: word, rest });
    return { kind: 'flag', step, token, hasValue: after.startsWith('=', rest.length) };
  }
  const flag = word.slice(2, equals);
  const value = word.slice(equals + 1);
  const rest = /^\S*/.exec(after)?.[0] ?? '';
  if (flag === 'mount' && step.name === 'RUN') return mountAt(step, { value, rest, line });
  return { kind: 'flag-value', step, flag, token: tokenAt(line, { typed: value, rest }) };
}

function mountAt(
  step: Step,
  { value, rest, line }: { readonly value: string; readonly rest: string; readonly line: PhysicalLine },
): MountPlace {
  const earlier = value.split(',');
  const pair = earlier.pop() ?? '';
  const [pairRest = '', ...later] = rest.split(',');
  const pairs = readPairs([...earlier, ...later].join(','));
  const equals = pair.indexOf('=');
  if (equals >= 0) {
    const token = tokenAt(line, { typed: pair.slice(equals + 1), rest: pairRest });
    return { kind: 'mount-value', step, pairs, key: pair.slice(0, equals).toLowerCase(), hasValue: true, token };
  }
  const keyRest = /^[^=]*/.exec(pairRest)?.[0] ?? '';
  const token = tokenAt(line, { typed: pair, rest: keyRest });
  return { kind: 'mount-key', step, pairs, key: '', hasValue: pairRest.length > keyRest.length, token };
}

/** `key=value,key`: the keys in lower case; one without a value has an empty one. */
export function readPairs(text: string): ReadonlyMap<string, string> {
  const pairs = text.split(',').filter((pair) => pair !== '');
  return new Map(
    pairs.map((pair): [string, string] => {
      const equals = pair.indexOf('=');
      return equals < 0 ? [pair.toLowerCase(), ''] : [pair.slice(0, equals).toLowerCase(), pair.slice(equals + 1)];
    }),
  );
}

function argumentAt(step: Step, { before, after, line }: Around): ArgumentPlace {
  const [flags = ''] = /^(\s+--\S+)*/.exec(before) ?? [];
  const text = before.slice(flags.length);
  const json = /^\s*\[/.test(text) && takesJson.has(step.name) ? jsonAt(text) : undefined;
  const word = json ? json.typed : lastWord(text);
  const rest = (json ? /^[^"\],]*/ : /^\S*/).exec(after)?.[0] ?? '';
  const words = json
    ? json.words
    : text
        .slice(0, text.length - word.length)
        .split(/\s+/)
        .filter(Boolean);
  return {
    kind: 'argument',
    step,
    token: tokenAt(line, { typed: word, rest }),
    words,
    last: json ? !after.slice(rest.length).includes(',') : after.slice(rest.length).trim() === '',
    json: json?.state,
    quoted: json === undefined && hasOpenQuote(text, step.escape),
    mayBeFlag: json === undefined && words.length === 0 && (word === '' || word === '-'),
  };
}

const takesJson = new Set(['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'RUN', 'SHELL', 'VOLUME']);

/** The strings of a JSON array of which only the beginning is there. */
function jsonAt(text: string): {
  readonly words: string[];
  readonly typed: string;
  readonly state: 'inside' | 'outside';
} {
  const words = Array.from(text.matchAll(/"((?:[^"\\]|\\.)*)"/g), ([, word = '']) => word);
  const open = /"((?:[^"\\]|\\.)*)$/.exec(text.replaceAll(/"(?:[^"\\]|\\.)*"/g, ''));
  return { words, typed: open?.[1] ?? '', state: open ? 'inside' : 'outside' };
}

function hasOpenQuote(text: string, escape: string): boolean {
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const ch = text.charAt(at);
    if (ch === escape && quote !== "'") at += 1;
    else if (quote !== '') quote = ch === quote ? '' : quote;
    else if (ch === '"' || ch === "'") quote = ch;
  }
  return quote !== '';
}

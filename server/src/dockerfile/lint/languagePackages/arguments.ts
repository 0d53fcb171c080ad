import type { Word } from '../../../shell/script.ts';

export interface Option {
  /** With its dashes: `--index-url`, `-r`. */
  readonly name: string;
  /** What it was given, also as the next word. */
  readonly value: string | undefined;
}

export interface Arguments {
  readonly operands: readonly Word[];
  readonly options: readonly Option[];
}

/** Tells operands from options and their values. What follows `--` is neither: it is meant for somebody else. */
export function readArguments(words: readonly Word[], takesValue: (option: string) => boolean): Arguments {
  const operands: Word[] = [];
  const options: Option[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || word.text === '--') break;
    if (!word.text.startsWith('-') || word.text === '-') {
      operands.push(word);
      continue;
    }
    const [name, value] = divide(word.text, takesValue);
    const next = value === undefined && takesValue(name) ? words[at + 1] : undefined;
    if (next) at += 1;
    options.push({ name, value: value ?? next?.text });
  }
  return { operands, options };
}

export function hasOption({ options }: Arguments, ...names: readonly string[]): boolean {
  return options.some(({ name }) => names.includes(name));
}

/** `--name=value`; `-rfile` and `-Ur`, of which the letter that takes a value is the name. */
function divide(text: string, takesValue: (option: string) => boolean): [name: string, value: string | undefined] {
  const equals = text.indexOf('=');
  if (equals > 0) return [text.slice(0, equals), text.slice(equals + 1)];
  if (text.startsWith('--') || takesValue(text)) return [text, undefined];
  for (let at = 1; at < text.length; at += 1) {
    const letter = `-${text.charAt(at)}`;
    if (takesValue(letter)) return [letter, text.slice(at + 1) || undefined];
  }
  return [text, undefined];
}

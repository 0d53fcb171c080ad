import type { Word } from '../../shell/script.ts';

/** `--name=value`, `--name value`, or one letter of a cluster such as `-qy`. */
export interface Option {
  /** Without dashes. */
  readonly name: string;
  /** Also the rest of a cluster, or the next word. */
  readonly value: string | undefined;
  /** The word that it is written in; other letters may share it. */
  readonly word: Word;
}

export interface Arguments {
  readonly options: readonly Option[];
  /** What is neither an option nor its value. */
  readonly operands: readonly Word[];
  /** What follows a `--`: operands as a rule, but some programs hand it on. */
  readonly rest: readonly Word[];
}

export interface Syntax {
  /** Whether an option, named without dashes, takes the next word when no value is in its own. */
  readonly takesValue: (name: string) => boolean;
  /** One dash begins a whole name, as in Go's programs, and not letters. */
  readonly oneDash?: boolean;
}

/** Tells options, with their values, from operands, as getopt does. */
export function readArguments(words: readonly Word[], { takesValue, oneDash = false }: Syntax): Arguments {
  const options: Option[] = [];
  const operands: Word[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    if (word === undefined) break;
    if (word.text === '--') return { options, operands, rest: words.slice(i + 1) };
    const found = readOptions(word, { takesValue, oneDash });
    const last = found.at(-1);
    if (last === undefined) operands.push(word);
    else if (last.value === undefined && takesValue(last.name)) {
      i += 1;
      options.push(...found.slice(0, -1), { ...last, value: words[i]?.text });
    } else options.push(...found);
  }
  return { options, operands, rest: [] };
}

/** Whether an option is given under one of its names. */
export function hasOption({ options }: Pick<Arguments, 'options'>, ...names: readonly string[]): boolean {
  return options.some(({ name }) => names.includes(name));
}

function readOptions(word: Word, { takesValue, oneDash }: Required<Syntax>): Option[] {
  const { text } = word;
  const whole = oneDash ? /^--?([^-=][^=]*)(?:=([\s\S]*))?$/ : /^--([^=]+)(?:=([\s\S]*))?$/;
  const [, name, value] = whole.exec(text) ?? [];
  if (name !== undefined) return [{ name, value, word }];
  if (!/^-[^-]/.test(text)) return [];
  const options: Option[] = [];
  for (let i = 1; i < text.length; i += 1) {
    const letter = text.charAt(i);
    const rest = text.slice(i + 1);
    if (rest !== '' && (takesValue(letter) || rest.startsWith('=')))
      return [...options, { name: letter, value: rest.replace(/^=/, ''), word }];
    options.push({ name: letter, value: undefined, word });
  }
  return options;
}

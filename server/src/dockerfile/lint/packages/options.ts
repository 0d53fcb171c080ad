import type { Command, Word } from '../../../shell/script.ts';

/** `--name=value`, `--name value`, or one letter of a cluster such as `-qy`. */
export interface Option {
  /** Without dashes. */
  readonly name: string;
  readonly value: string | undefined;
  /** The word that it is written in; other letters may share it. */
  readonly word: Word;
}

export interface Arguments {
  readonly options: readonly Option[];
  /** What is neither an option nor its value. */
  readonly operands: readonly Word[];
}

/** Reads arguments as getopt does; `valued` are the options, without dashes, that take the next word when no value is in their own. */
export function readArguments({ args }: Pick<Command, 'args'>, valued: ReadonlySet<string>): Arguments {
  const options: Option[] = [];
  const operands: Word[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const word = args[i];
    if (word === undefined) break;
    if (word.text === '--') {
      operands.push(...args.slice(i + 1));
      break;
    }
    const found = readOptions(word, valued);
    const last = found.at(-1);
    if (last === undefined) operands.push(word);
    else if (last.value === undefined && valued.has(last.name)) {
      i += 1;
      options.push(...found.slice(0, -1), { ...last, value: args[i]?.text });
    } else options.push(...found);
  }
  return { options, operands };
}

function readOptions(word: Word, valued: ReadonlySet<string>): Option[] {
  const { text } = word;
  const [, long, given] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(text) ?? [];
  if (long !== undefined) return [{ name: long, value: given, word }];
  if (!/^-[^-]/.test(text)) return [];
  const options: Option[] = [];
  for (let i = 1; i < text.length; i += 1) {
    const name = text.charAt(i);
    const rest = text.slice(i + 1);
    if (rest !== '' && (valued.has(name) || rest.startsWith('='))) {
      return [...options, { name, value: rest.replace(/^=/, ''), word }];
    }
    options.push({ name, value: undefined, word });
  }
  return options;
}

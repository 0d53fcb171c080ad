import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A command was called wrongly; the message says how, the usage follows it. */
export class UsageError extends Error {
  readonly usage: string;

  constructor(message: string, usage: string) {
    super(message);
    this.usage = usage;
  }
}

export const usage = `Usage: gantry COMMAND [options] …

  lint      report problems in Dockerfiles and compose files, and fix them with --fix
  format    format Dockerfiles
  config    print what compose makes of the files of a project
  rules     list the rules, or show one
  lsp       the language server, on standard input and output

  gantry COMMAND --help     the options of a command
  gantry --version

Exit status: 0 nothing to report, 1 something to report, 2 wrong usage or a file that cannot be read or written.
`;

type Options = NonNullable<ParseArgsConfig['options']>;

/** Takes arguments apart by a table of options; throws `UsageError`. */
export function parse<const O extends Options>(
  args: readonly string[],
  { options, usage }: { readonly options: O; readonly usage: string },
): ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: O }>> {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError((error as Error).message, usage);
  }
}

/** One of some words; throws `UsageError`. */
export function oneOf<W extends string>(
  value: string | undefined,
  { option, words, usage }: { readonly option: string; readonly words: readonly W[]; readonly usage: string },
): W | undefined {
  if (value === undefined) return undefined;
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw new UsageError(`${option} is ${listed(words)}, not ${value}`, usage);
  return word;
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

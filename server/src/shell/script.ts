/** A word of a command. Offsets count UTF-16 units from the start of the document that the script stands in. */
export interface Word {
  /** Without quotes and escapes; expansions stay as written (`$HOME`, `$(date)`). */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** No expansion in it: `text` is what the program gets. */
  readonly literal: boolean;
}

/** A simple command, wherever it stands: in lists, pipes, branches, substitutions. */
export interface Command {
  /** What is run; `exec`, `command`, `builtin` and `busybox` before it are not it. Empty for bare assignments. */
  readonly name: Word;
  readonly args: readonly Word[];
  readonly start: number;
  readonly end: number;
  /** The statement that it is a part of, with its pipe and redirections: where `&& …` may be added after it. */
  readonly statement: { readonly start: number; readonly end: number };
  /** In the script's own list of statements joined by `&&`, `;` or newline; not in a branch, loop, subshell or substitution. */
  readonly topLevel: boolean;
}

/** What a shell text does, as far as it could be read. */
export interface Script {
  /** In the order of their appearance. */
  readonly commands: readonly Command[];
  /** The `|` and `|&` between commands. */
  readonly pipes: readonly { readonly start: number; readonly end: number }[];
  /** Parts could not be read: what was found is there, but what is missing may just not have been seen. */
  readonly hasError: boolean;
}

/** Arguments that are not flags: neither start with `-`. */
export function operands({ args }: Command): Word[] {
  return args.filter(({ text }) => !text.startsWith('-'));
}

/** Whether a flag is given: `--yes`, or `-y` also inside a cluster such as `-qy`. */
export function hasFlag({ args }: Command, ...flags: readonly string[]): boolean {
  return args.some(({ text }) =>
    flags.some((flag) =>
      flag.length === 1
        ? /^-[^-]/.test(text) && text.slice(1).split('=')[0]?.includes(flag)
        : text === `--${flag}` || text.startsWith(`--${flag}=`),
    ),
  );
}

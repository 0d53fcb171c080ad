import type { ShellParser } from './parser.ts';
import type { Command, Script, Word } from './script.ts';
import type { ShellPieces } from './tokens.ts';

/**
 * Remembers what was read: after an edit, all shell texts of a file but one are the same as before, at most further down.
 * Keeps the newest texts, `limit` characters of them: a file that has more than fits would find none of its own again.
 */
export function remembering(parser: ShellParser, limit = 1_000_000): ShellParser {
  const scripts = new Newest<{ readonly base: number; readonly script: Script }>(limit);
  const pieces = new Newest<ShellPieces>(limit);
  return {
    parse(text, base) {
      const found = scripts.take(text);
      const script = found === undefined ? parser.parse(text, base) : shifted(found.script, base - found.base);
      scripts.put(text, { base, script });
      return script;
    },
    pieces(text) {
      const value = pieces.take(text) ?? parser.pieces(text);
      pieces.put(text, value);
      return value;
    },
  };
}

/** The newest texts with what is known of them, so many characters of text at the most. */
class Newest<T> {
  readonly #known = new Map<string, T>();
  readonly #limit: number;
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  take(text: string): T | undefined {
    const found = this.#known.get(text);
    if (this.#known.delete(text)) this.#size -= text.length;
    return found;
  }

  put(text: string, value: T): void {
    this.#known.set(text, value);
    this.#size += text.length;
    for (const oldest of this.#known.keys()) {
      if (this.#size <= this.#limit) break;
      this.#known.delete(oldest);
      this.#size -= oldest.length;
    }
  }
}

function shifted(script: Script, by: number): Script {
  if (by === 0) return script;
  const { commands, pipes, hasError } = script;
  return {
    commands: commands.map((command): Command => {
      const { name, args, start, end, statement, topLevel } = command;
      return {
        name: word(name, by),
        args: args.map((argument) => word(argument, by)),
        start: start + by,
        end: end + by,
        statement: { start: statement.start + by, end: statement.end + by },
        topLevel,
      };
    }),
    pipes: pipes.map(({ start, end }) => ({ start: start + by, end: end + by })),
    hasError,
  };
}

function word({ text, start, end, literal }: Word, by: number): Word {
  return { text, start: start + by, end: end + by, literal };
}

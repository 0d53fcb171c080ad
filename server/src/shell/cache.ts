import type { ShellParser } from './parser.ts';
import type { Command, Script, Word } from './script.ts';
import type { ShellPieces } from './tokens.ts';

/**
 * Remembers what was read: after an edit, all shell texts of a file but one are the same as before, at most further down.
 * Keeps the newest `limit` texts.
 */
export function remembering(parser: ShellParser, limit = 500): ShellParser {
  const scripts = new Map<string, { readonly base: number; readonly script: Script }>();
  const pieces = new Map<string, ShellPieces>();
  return {
    parse(text, base) {
      const found = scripts.get(text);
      const script = found === undefined ? parser.parse(text, base) : shifted(found.script, base - found.base);
      keep(scripts, { text, value: { base, script }, limit });
      return script;
    },
    pieces(text) {
      const value = pieces.get(text) ?? parser.pieces(text);
      keep(pieces, { text, value, limit });
      return value;
    },
  };
}

/** Makes a text the newest of those that are known, and forgets the oldest ones. */
function keep<T>(
  known: Map<string, T>,
  { text, value, limit }: { readonly text: string; readonly value: T; readonly limit: number },
): void {
  known.delete(text);
  known.set(text, value);
  for (const oldest of known.keys()) {
    if (known.size <= limit) break;
    known.delete(oldest);
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

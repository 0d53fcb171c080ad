import type { ShellParser } from './parser.ts';
import type { Command, Script, Word } from './script.ts';

/**
 * Remembers what was read: after an edit, all shell texts of a file but one are the same as before, at most further down.
 * Keeps the newest texts, `limit` characters of them: a file that has more than fits would find none of its own again.
 */
export function remembering(parser: ShellParser, limit = 1_000_000): ShellParser {
  const known = new Map<string, { readonly base: number; readonly script: Script }>();
  let size = 0;
  return {
    parse(text, base) {
      const found = known.get(text);
      if (known.delete(text)) size -= text.length;
      const script = found === undefined ? parser.parse(text, base) : shifted(found.script, base - found.base);
      known.set(text, { base, script });
      size += text.length;
      for (const oldest of known.keys()) {
        if (size <= limit) break;
        known.delete(oldest);
        size -= oldest.length;
      }
      return script;
    },
  };
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

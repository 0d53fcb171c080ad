import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Comment } from '../../server/src/shellcheck/comments.ts';
import type { ShellCheck } from '../../server/src/shellcheck/shellcheck.ts';

/** A program that behaves like ShellCheck. */
export const standIn = resolve(import.meta.dirname, 'shellcheck.mjs');

/** The starts of the stand-in, oldest first, that it has noted in the file `STAND_IN_LOG` names. */
export async function starts(log: string): Promise<{ readonly args: readonly string[]; readonly options: unknown }[]> {
  const text = await readFile(log, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { args: string[]; options: unknown });
}

/** A ShellCheck that has its answer at hand: a comment on every match, with its parts replaced by `replace`. */
export function answering(
  pattern: RegExp,
  comment: Partial<Comment> & { readonly replace?: string } = {},
): ShellCheck & { readonly seen: { readonly dialect: string; readonly text: string }[] } {
  const seen: { readonly dialect: string; readonly text: string }[] = [];
  const { replace, ...rest } = comment;
  return {
    seen,
    works: () => true,
    check({ scripts }) {
      seen.push(...scripts);
      return {
        comments: scripts.map(({ text }) =>
          text.split('\n').flatMap((line, at) =>
            [...line.matchAll(pattern)].map(({ 0: found, index }): Comment => {
              const column = Array.from(line.slice(0, index)).length + 1;
              const span = {
                start: { line: at + 1, column },
                end: { line: at + 1, column: column + Array.from(found).length },
              };
              const fix = replace === undefined ? [] : [{ ...span, text: replace }];
              return Object.assign({ code: 'SC2086', level: 'info', message: 'Quote it.', fix } as const, span, rest);
            }),
          ),
        ),
      };
    },
  };
}

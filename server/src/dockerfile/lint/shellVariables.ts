import { heredocScripts, isHeredocOnly, shellText } from '../model/shellText.ts';
import type { Source, Step } from '../model/step.ts';

/** A `$NAME` or `${NAME…}` that a shell will expand. Offsets are the document's. */
export interface ShellVariable {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The variables in the shell text of a `RUN`, its here-documents included where a shell runs them. Quotes do not matter: a program may be given the text and expand it later. */
export function shellVariables(step: Step, source: Source): ShellVariable[] {
  const head = isHeredocOnly(step) ? [] : [shellText(step, source)];
  return [...head, ...heredocScripts(step, source)].flatMap(({ text, base }) =>
    Array.from(text.matchAll(/(?<![\\$])\$(?:\{([A-Za-z_]\w*)[^}]*\}|([A-Za-z_]\w*))/g), (match) => ({
      name: match[1] ?? match[2] ?? '',
      start: base + match.index,
      end: base + match.index + match[0].length,
    })),
  );
}

/** Whether the shell text itself gives a variable a value: `NAME=…`, `read NAME`, `for NAME in`. */
export function shellSets(text: string, name: string): boolean {
  return new RegExp(
    String.raw`(^|[^\w$])${name}\+?=|\b(read|for|export|getopts|mapfile|readarray)\b[^;&|\n]*[^\w$]${name}\b`,
  ).test(text);
}

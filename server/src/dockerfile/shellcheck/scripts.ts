import type { Dialect, ShellScript } from '../../shellcheck/comments.ts';
import type { DockerfileFile } from '../lint/file.ts';
import { heredocScripts, isHeredocOnly, shellText, type ShellText } from '../model/shellText.ts';
import type { Step } from '../model/step.ts';

/** A script of a `RUN` as it is given to ShellCheck: `preamble` lines, then the shell text. */
export interface RunScript extends ShellScript {
  readonly preamble: number;
  readonly shellText: ShellText;
}

const proxy = /^((http|https|ftp|no)_proxy|(HTTP|HTTPS|FTP|NO)_PROXY)$/;

/**
 * What the `RUN`s of a file have a POSIX shell do, those in `ONBUILD` too; not what is in JSON form. Before each text
 * stand those of its variables that the build has set, as exports on a line of their own.
 */
export function runScripts(file: DockerfileFile): RunScript[] {
  return file.all('RUN').flatMap((step) => {
    const scope = file.values.at(step);
    return shellParts(file, step).map(({ dialect, shellText: part }) => {
      // Of a thousand variables a script uses few; one that it does not use must not make it another script.
      const words = new Set(Array.from(part.text.matchAll(/[A-Za-z_]\w*/g), ([word]) => word));
      const names = [...words].filter((word) => proxy.test(word) || scope.has(word));
      const exports = names.length === 0 ? '' : `export ${names.map((name) => `${name}=1`).join(' ')}`;
      return { dialect, text: `${exports}\n${part.text}`, preamble: 1, shellText: part };
    });
  });
}

interface Part {
  readonly dialect: Dialect;
  readonly shellText: ShellText;
}

function shellParts(file: DockerfileFile, step: Step): Part[] {
  const shell = file.shellOf(step);
  if (step.json !== undefined || !shell.posix) return [];
  const own = dialectOf(shell.words);
  const parts: { dialect: Dialect | undefined; shellText: ShellText }[] = [];
  const only = isHeredocOnly(step);
  if (!only) parts.push({ dialect: own, shellText: shellText(step, file.source) });
  for (const body of heredocScripts(step, file.source)) {
    // A program's here-document has gone through the step's shell unless its name is quoted.
    if (!only && step.heredocs.some((heredoc) => heredoc.body.start === body.base && heredoc.expand)) continue;
    const [line = '', interpreter] = /^\s*#!\s*(.+)/.exec(body.text) ?? [];
    const dialect = interpreter
      ? dialectOf(interpreter.split(/\s+/))
      : only
        ? own
        : dialectOf(step.words.map(({ text }) => text));
    parts.push({
      dialect,
      shellText: { base: body.base, text: line.replaceAll(/[^\n]/g, ' ') + body.text.slice(line.length) },
    });
  }
  return parts.flatMap(({ dialect, shellText: part }) =>
    dialect === undefined || part.text.trim() === '' ? [] : [{ dialect, shellText: part }],
  );
}

const dialects: ReadonlyMap<string, Dialect> = new Map([
  ['sh', 'sh'],
  ['bash', 'bash'],
  ['dash', 'dash'],
  ['ash', 'dash'],
  ['ksh', 'ksh'],
  ['mksh', 'ksh'],
]);

/** `undefined` for a shell that ShellCheck does not know, such as zsh. */
function dialectOf(words: readonly string[]): Dialect | undefined {
  const [program, ...args] = words.map((word) => word.replace(/^.*\//, ''));
  if (program === 'env' || program === 'busybox') return dialectOf(args.filter((word) => !word.startsWith('-')));
  return dialects.get(program ?? '');
}

import { commentIn } from '../../shell/comment.ts';
import { continued, isSkipped } from './logicalLine.ts';
import type { Step, Source, Word } from './step.ts';

/** A text that a shell reads, with the document offset of its first character. As long as the document has it. */
export interface ShellText {
  readonly text: string;
  readonly base: number;
}

/**
 * What a shell-form instruction gives to the shell, unjoined: what the shell must not see (flags, comment and empty lines
 * inside the continuation) is blanked in place, so that an offset in it plus `base` is an offset in the document.
 * `from` is where the shell's text starts when it is not right after the flags (`CMD` of a healthcheck).
 */
export function shellText(step: Step, source: Source, from = step.argument.start): ShellText {
  const bodies = step.heredocs;
  const [first] = bodies;
  const head = first === undefined ? step.end : Math.min(first.body.start, step.end);
  const own = withoutComment(continuedText(source.text.slice(from, head), step.escape));
  return { text: `${own}${unixText(source.text.slice(head, step.end))}`, base: from };
}

/** The bodies of here-documents that a shell runs: `RUN <<EOF` and `RUN bash <<EOF`. Empty when a program takes them. */
export function heredocScripts(step: Step, source: Source): ShellText[] {
  if (step.heredocs.length === 0) return [];
  const command = step.words.filter(({ start }) => !step.heredocs.some((heredoc) => heredoc.start === start));
  if (!isShell(command)) return [];
  return step.heredocs
    .map(({ body }) => ({ text: unixText(source.text.slice(body.start, body.end)), base: body.start }))
    .filter(({ text }) => isShellScript(text));
}

/** Whether the whole text is here-documents, so that nothing but their bodies runs. */
export function isHeredocOnly(step: Step): boolean {
  return step.heredocs.length > 0 && step.words.length === step.heredocs.length;
}

const shells = /^(.*\/)?(ba|da|a|k|z)?sh$/;

function isShell(command: readonly Word[]): boolean {
  const [name, ...args] = command;
  if (name === undefined) return true;
  return shells.test(name.text) && args.every(({ text }) => /^[-+]/.test(text) || text === 'pipefail');
}

/** Without a `#!` line the step's own shell runs it. */
function isShellScript(text: string): boolean {
  const interpreter = /^\s*#!\s*(\S+)(?:[ \t]+(?:-S[ \t]+)?(\S+))?/.exec(text);
  if (interpreter === null) return true;
  const [, program = '', argument = ''] = interpreter;
  return shells.test(program.endsWith('/env') ? argument : program);
}

/** Makes continued lines readable for a shell: the escape character becomes a backslash right before the newline. */
function continuedText(text: string, escape: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, i) => {
      if (i > 0 && isSkipped(line)) return blank(line, i < lines.length - 1);
      const own = escape === '\\' ? line : line.replaceAll(escape, '\\');
      const last = i === lines.length - 1;
      const body = continued(line, escape);
      if (body === undefined) return last ? own : `${own}\n`;
      const pad = ' '.repeat(line.length - body.length - 1);
      return `${own.slice(0, body.length)}${pad}${last ? ' ' : '\\\n'}`;
    })
    .join('');
}

/** The lines are joined before a shell sees them, so a comment in one of them goes on to the end of the last. */
function withoutComment(text: string): string {
  const at = text.includes('#') ? commentIn(text) : undefined;
  if (at === undefined) return text;
  const newline = text.endsWith('\n') ? '\n' : '';
  return `${text.slice(0, at)}${' '.repeat(text.length - at - newline.length)}${newline}`;
}

/** A shell takes the `\r` of a Windows line ending for a part of the last word. */
function unixText(text: string): string {
  return text.replaceAll('\r\n', ' \n');
}

function blank(line: string, newline: boolean): string {
  return ' '.repeat(line.length + (newline ? 1 : 0));
}

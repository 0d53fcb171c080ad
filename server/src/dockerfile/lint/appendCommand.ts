import type { TextEdit } from 'vscode-languageserver-types';
import type { Command } from '../../shell/script.ts';
import type { Step } from '../model/step.ts';
import type { DockerfileFile } from './file.ts';

/**
 * The edit that adds `&& text` after the statement of a command, in the layout that the instruction has: on a line of its
 * own where it has several. It runs whenever the command has succeeded only where that is `topLevel`.
 */
export function appendCommand(
  file: DockerfileFile,
  { step, after, text }: { readonly step: Step; readonly after: Command; readonly text: string },
): TextEdit {
  const { text: document } = file.source;
  // A statement that a here-document is fed to ends below it, but its line goes on above.
  const fed = step.heredocs.find(({ body }) => after.start < body.start && after.statement.end >= body.start);
  const at = fed ? document.slice(0, fed.body.start).trimEnd().length : after.statement.end;
  const range = file.range({ start: at, end: at });
  const inHeredoc = step.heredocs.length > 0;
  const lines = document.slice(step.start, step.end).split('\n');
  if (inHeredoc || lines.length === 1) return { range, newText: ` && ${text}` };
  const indent = /^[ \t]*/.exec(lines[1] ?? '')?.[0] ?? '';
  return { range, newText: ` ${step.escape}${file.eol}${indent}&& ${text}` };
}

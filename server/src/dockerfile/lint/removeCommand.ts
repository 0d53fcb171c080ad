import type { TextEdit } from 'vscode-languageserver-types';
import type { Command, Script } from '../../shell/script.ts';
import type { Step } from '../model/step.ts';
import type { DockerfileFile } from './file.ts';

export interface Removal {
  readonly step: Step;
  readonly script: Script;
  readonly command: Command;
}

/**
 * The edit that takes a command out of a list of statements, with the `&&`, `;` or newline that joins it. `undefined`
 * where it cannot go alone: it is in a branch or a pipe, `||` hangs on it, a comment stands beside it, or nothing is left.
 */
export function removeCommand(file: DockerfileFile, { step, script, command }: Removal): TextEdit | undefined {
  if (!command.topLevel || step.json !== undefined) return undefined;
  const { text } = file.source;
  const { start, end } = command.statement;
  if (start !== command.start) return undefined;
  const at = script.commands.indexOf(command);
  const next = script.commands.slice(at + 1).find(({ topLevel }) => topLevel);
  // The others of a pipe follow the first, which it is.
  if (next?.statement.start === start) return undefined;
  const escape = step.escape === '\\' ? '\\\\' : step.escape;
  const blank = `[ \\t]*(?:${escape}[ \\t]*\\r?\\n[ \\t]*)?`;
  const joint = `${blank}(?:&&|;|\\r?\\n)${blank}`;
  const rest = text.slice(end, step.end);
  const previous = script.commands.slice(0, at).findLast(({ topLevel }) => topLevel)?.statement.end;
  if (previous !== undefined && new RegExp(`^${joint}$`).test(text.slice(previous, start))) {
    const ends = new RegExp(`^(${joint}|\\s*$)`).test(rest);
    return ends ? { range: file.range({ start: previous, end }), newText: '' } : undefined;
  }
  const after = new RegExp(`^${joint}(?=\\S)`).exec(rest);
  const body = step.heredocs.find((heredoc) => start >= heredoc.body.start)?.body.start ?? step.argument.start;
  if (after === null || text.slice(body, start).trim() !== '') return undefined;
  return { range: file.range({ start, end: end + after[0].length }), newText: '' };
}

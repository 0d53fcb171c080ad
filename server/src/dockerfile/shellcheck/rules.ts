import type { TextEdit } from 'vscode-languageserver-types';
import type { Finding, Fix, RunnableRule } from '../../lint/rule.ts';
import type { Comment, Place } from '../../shellcheck/comments.ts';
import type { DockerfileFile } from '../lint/file.ts';
import type { RunScript } from './scripts.ts';

export interface CheckedScript {
  readonly script: RunScript;
  readonly comments: readonly Comment[];
}

/**
 * ShellCheck's comments as rules, one for each of its codes, so that settings, configuration files and ignore comments
 * do with them what they do with rules of our own.
 */
export function shellCheckRules(checked: readonly CheckedScript[]): RunnableRule<DockerfileFile>[] {
  const byCode = new Map<string, { comment: Comment; script: RunScript }[]>();
  for (const { script, comments } of checked) {
    for (const comment of comments) {
      const found = byCode.get(comment.code);
      if (found) found.push({ comment, script });
      else byCode.set(comment.code, [{ comment, script }]);
    }
  }
  return Array.from(byCode, ([code, found]): RunnableRule<DockerfileFile> => ({
    id: code,
    summary: code,
    severity: 'warning',
    codes: [code],
    *check(file) {
      for (const { comment, script } of found) {
        const finding = toFinding(file, script, comment);
        if (finding) yield finding;
      }
    },
  }));
}

function toFinding(file: DockerfileFile, script: RunScript, comment: Comment): Finding | undefined {
  const [start, end] = [offsetOf(script, comment.start), offsetOf(script, comment.end)];
  // What it says about the exports is not about the file.
  if (start === undefined || end === undefined) return undefined;
  const fix = toFix(file, script, comment);
  return {
    range: file.range({ start, end }),
    message: comment.message,
    severity: comment.level,
    ...(fix && { fix }),
  };
}

/** A fix inside what the document really has: not where a comment is blanked or the escape character is another. */
function toFix(file: DockerfileFile, script: RunScript, { code, fix }: Comment): Fix | undefined {
  const { text, base } = script.shellText;
  const edits: TextEdit[] = [];
  const places = new Set<number>();
  for (const replacement of fix) {
    const [start, end] = [offsetOf(script, replacement.start), offsetOf(script, replacement.end)];
    if (start === undefined || end === undefined || places.has(start) || replacement.text.includes('\n'))
      return undefined;
    if (text.slice(start - base, end - base) !== file.source.text.slice(start, end)) return undefined;
    places.add(start);
    edits.push({ range: file.range({ start, end }), newText: replacement.text });
  }
  return edits.length === 0 ? undefined : { title: `Apply ShellCheck's fix for ${code}`, edits, safe: false };
}

/** The document's offset of a place in the script; `undefined` before the shell text begins. */
function offsetOf({ preamble, shellText: { text, base } }: RunScript, { line, column }: Place): number | undefined {
  if (line <= preamble) return undefined;
  let start = 0;
  for (let at = preamble + 1; at < line; at += 1) {
    const newline = text.indexOf('\n', start);
    if (newline < 0) return base + text.length;
    start = newline + 1;
  }
  let offset = start;
  for (let at = 1; at < column && offset < text.length; at += 1)
    offset += (text.codePointAt(offset) ?? 0) > 0xff_ff ? 2 : 1;
  return base + offset;
}

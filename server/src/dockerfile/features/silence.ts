import type { TextEdit } from 'vscode-languageserver-types';
import type { SilenceScope } from '../../language.ts';
import { checkValue, isCheckName } from '../../lint/directives.ts';
import type { Problem } from '../../lint/problem.ts';
import type { DockerfileDocument } from '../document.ts';

interface Line {
  readonly number: number;
  readonly text: string;
}

/**
 * The edit that ignores a problem: hadolint's pragma where it has a code for it, else BuildKit's `check`, else our own;
 * a comment of that kind that is already there is extended.
 */
export function provideSilence(document: DockerfileDocument, problem: Problem, scope: SilenceScope): TextEdit | null {
  if (problem.kind !== 'rule') return null;
  return scope === 'file' ? inFile(document, problem) : above(document, problem);
}

function above(document: DockerfileDocument, problem: Problem): TextEdit | null {
  const { line } = problem.range.start;
  const owner = document.parsed.instructions.find(({ startLine, endLine }) => startLine <= line && line <= endLine);
  const at = owner?.startLine ?? line;
  const before = lineAt(document, at - 1);
  const code = problem.codes.find((name) => /^(DL|SC)\d+$/.test(name));
  const check = problem.codes.find(isCheckName);
  const indent = /^[ \t]*/.exec(lineAt(document, at)?.text ?? '')?.[0] ?? '';
  const [pattern, comment] = code
    ? [/^\s*#\s*hadolint\s+ignore\s*=\s*[DLSC0-9]+(?:\s*,\s*[DLSC0-9]+)*/, `hadolint ignore=${code}`]
    : check
      ? [/^\s*#\s*check\s*=\s*skip=[\w,]+/, `check=skip=${check}`]
      : [/^\s*#\s*gantry\s+ignore\s*=\s*[\w-]+(?:\s*,\s*[\w-]+)*/, `gantry ignore=${problem.id}`];
  return extend(before, pattern, code ?? check ?? problem.id) ?? insert(document, at, `${indent}# ${comment}`);
}

function inFile(document: DockerfileDocument, problem: Problem): TextEdit {
  const head = headLines(document);
  const code = problem.codes.find((name) => /^(DL|SC)\d+$/.test(name));
  const check = problem.codes.find(isCheckName);
  // Parser directives must stay the first lines: another comment before them would make them comments.
  const after = head.length;
  if (code !== undefined) return insert(document, after, `# hadolint global ignore=${code}`);
  if (check === undefined) return insert(document, after, `# gantry global ignore=${problem.id}`);
  const directive = head.find(({ text }) => checkValue(text.replace(/^\s*#\s*/, '')) !== undefined);
  if (directive === undefined) return insert(document, after, `# check=skip=${check}`);
  const added =
    extend(directive, /^\s*#\s*check\s*=\s*(?:[^\s;]*;)*skip=[\w,]+/, check) ??
    extend(directive, /^\s*#\s*check\s*=\s*\S+/, `skip=${check}`, ';');
  return added ?? insert(document, after, `# check=skip=${check}`);
}

/** The parser directives at the head of the file, and a `#!` line before them. */
function headLines(document: DockerfileDocument): Line[] {
  const head: Line[] = [];
  for (let line = lineAt(document, 0); line !== undefined; line = lineAt(document, line.number + 1)) {
    const shebang = line.number === 0 && line.text.startsWith('#!');
    if (!shebang && !/^\s*#\s*(syntax|escape|check)\s*=/i.test(line.text)) break;
    head.push(line);
  }
  return head;
}

function extend(line: Line | undefined, pattern: RegExp, word: string, joint = ','): TextEdit | undefined {
  const match = line && pattern.exec(line.text);
  if (!match) return undefined;
  const position = { line: line.number, character: match[0].length };
  return { range: { start: position, end: position }, newText: `${joint}${word}` };
}

function insert({ content }: DockerfileDocument, line: number, text: string): TextEdit {
  const position = { line, character: 0 };
  return { range: { start: position, end: position }, newText: `${text}${content.includes('\r\n') ? '\r\n' : '\n'}` };
}

function lineAt({ text }: DockerfileDocument, number: number): Line | undefined {
  if (number < 0 || number >= text.lineCount) return undefined;
  const end = { line: number + 1, character: 0 };
  return { number, text: text.getText({ start: { line: number, character: 0 }, end }).replace(/\r?\n$/, '') };
}

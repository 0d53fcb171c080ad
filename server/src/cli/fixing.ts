import { TextDocument } from 'vscode-languageserver-textdocument';
import { safeFixes } from '../lint/actions.ts';
import type { Problem } from '../lint/problem.ts';

/** A text as its fixes leave it. */
export interface Fixed {
  readonly text: string;
  /** How many problems were fixed. */
  readonly count: number;
  /** What is left. */
  readonly problems: readonly Problem[];
}

/** A fix may make way for another; more rounds than this are two fixes that undo each other. */
const mostRounds = 20;

/**
 * Applies the safe fixes of a text in rounds, until none is left: those that overlap wait for the next one. A round after
 * which the file has more syntax errors than before does not count.
 */
export async function fixAll(text: string, problemsOf: (text: string) => Promise<readonly Problem[]>): Promise<Fixed> {
  let fixed: Fixed = { text, count: 0, problems: await problemsOf(text) };
  for (let round = 0; round < mostRounds; round += 1) {
    const { count, edits } = safeFixes(fixed.problems);
    if (count === 0) break;
    const next = TextDocument.applyEdits(TextDocument.create('', '', 0, fixed.text), edits);
    const problems = await problemsOf(next);
    if (next === fixed.text || syntaxErrors(problems) > syntaxErrors(fixed.problems)) break;
    fixed = { text: next, count: fixed.count + count, problems };
  }
  return fixed;
}

function syntaxErrors(problems: readonly Problem[]): number {
  return problems.filter(({ kind, severity }) => kind === 'syntax' && severity === 'error').length;
}

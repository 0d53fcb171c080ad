import { TextDocument } from 'vscode-languageserver-textdocument';
import { safeFixes } from '../lint/actions.ts';
import type { Problem } from '../lint/problem.ts';

/** A text as its fixes leave it. */
export interface Fixed {
  readonly text: string;
  /** The problems that were fixed, as they were in their round. */
  readonly fixed: readonly Problem[];
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
  let result: Fixed = { text, fixed: [], problems: await problemsOf(text) };
  for (let round = 0; round < mostRounds; round += 1) {
    const { edits } = safeFixes(result.problems);
    if (edits.length === 0) break;
    const next = TextDocument.applyEdits(TextDocument.create('', '', 0, result.text), edits);
    const problems = await problemsOf(next);
    if (next === result.text || syntaxErrors(problems) > syntaxErrors(result.problems)) break;
    const taken = new Set(edits);
    const now = result.problems.filter(({ fix }) => fix?.safe === true && fix.edits.every((edit) => taken.has(edit)));
    result = { text: next, fixed: [...result.fixed, ...now], problems };
  }
  return result;
}

function syntaxErrors(problems: readonly Problem[]): number {
  return problems.filter(({ kind, severity }) => kind === 'syntax' && severity === 'error').length;
}

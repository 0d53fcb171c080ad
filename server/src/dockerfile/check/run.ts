import type { Problem } from '../../lint/problem.ts';
import type { Fix } from '../../lint/rule.ts';
import type { DockerfileFile } from '../lint/file.ts';
import { isForeign } from '../model/head.ts';
import { fileChecks, stepChecks } from './index.ts';
import { unknownInstruction } from './instruction.ts';
import type { Mistake, Repair, StepCheck } from './mistake.ts';
import { noTriggers } from './onbuild.ts';

const checksOf: ReadonlyMap<string, readonly StepCheck[]> = new Map(Object.entries(stepChecks));
const unknown: readonly StepCheck[] = [unknownInstruction];

/**
 * What would stop a build: the errors of BuildKit's parser and of its conversion that the file alone decides. Nothing for
 * a file that names another frontend than Dockerfile's.
 */
export function checkSyntax(file: DockerfileFile): Problem[] {
  if (isForeign(file.document.content)) return [];
  const problems: Problem[] = [];
  const add = (mistakes: Iterable<Mistake>): boolean => {
    const before = problems.length;
    for (const mistake of mistakes) problems.push(toProblem(mistake, file));
    return problems.length > before;
  };
  for (const check of fileChecks) add(check(file));
  for (const step of file.steps({ onbuild: true })) {
    if (step.onbuild !== undefined && noTriggers.has(step.name)) continue;
    // Like a build, which stops at the first: what else is odd often follows from it, most of all in a half-typed line.
    for (const check of checksOf.get(step.name) ?? unknown) if (add(check(step, file))) break;
  }
  return problems;
}

function toProblem(mistake: Mistake, file: DockerfileFile): Problem {
  const { id, at, message, severity = 'error', codes = [], fix, alternatives } = mistake;
  const toFix = ({ title, edits, safe }: Repair): Fix => ({
    title,
    edits: edits.map(({ newText, ...span }) => ({ range: file.range(span), newText })),
    safe,
  });
  return {
    id,
    kind: 'syntax',
    codes: ['DL1000', ...codes],
    severity,
    range: file.range(at),
    message,
    ...(fix && { fix: toFix(fix) }),
    ...(alternatives && { alternatives: alternatives.map(toFix) }),
  };
}

import type { Problem } from '../../lint/problem.ts';
import type { Fix } from '../../lint/rule.ts';
import type { DockerfileFile } from '../lint/file.ts';
import type { Look } from '../lint/memory.ts';
import { isForeign } from '../model/head.ts';
import type { Step } from '../model/step.ts';
import { fileChecks, stepChecks } from './index.ts';
import { unknownInstruction } from './instruction.ts';
import type { Mistake, Repair, StepCheck } from './mistake.ts';
import { noTriggers } from './onbuild.ts';

const checksOf: ReadonlyMap<string, readonly StepCheck[]> = new Map(Object.entries(stepChecks));
const unknown: readonly StepCheck[] = [unknownInstruction];

/**
 * What would stop a build: the errors of BuildKit's parser and of its conversion that the file alone decides. Nothing for
 * a file that names another frontend than Dockerfile's. `look` remembers the steps that are as they were.
 */
export function checkSyntax(file: DockerfileFile, look?: Pick<Look, 'inSteps'>): Problem[] {
  if (isForeign(file.document.content)) return [];
  const ofFile = fileChecks.flatMap((check) => Array.from(check(file), (mistake) => toProblem(mistake, file)));
  const inSteps = look?.inSteps(checkSteps) ?? checkSteps(file);
  return [...ofFile, ...inSteps, ...checkAround(file)];
}

/** What is wrong with steps by themselves. */
function checkSteps(file: DockerfileFile): Problem[] {
  return file.steps({ onbuild: true }).flatMap((step) => (looksAround(step.name) ? [] : checkStep(step, file)));
}

/** What is wrong with steps by what else is in the file. */
function checkAround(file: DockerfileFile): Problem[] {
  const names = [...file.instructionNames()].filter(looksAround);
  return names.flatMap((name) => file.all(name).flatMap((step) => checkStep(step, file)));
}

/** A `FROM` may mean an earlier stage, and what is no instruction may be a part of the line above. */
function looksAround(name: string): boolean {
  return name === 'FROM' || !checksOf.has(name);
}

function checkStep(step: Step, file: DockerfileFile): Problem[] {
  if (step.onbuild !== undefined && noTriggers.has(step.name)) return [];
  for (const check of checksOf.get(step.name) ?? unknown) {
    const problems = Array.from(check(step, file), (mistake) => toProblem(mistake, file));
    // Like a build, which stops at the first: what else is odd often follows from it, most of all in a half-typed line.
    if (problems.length > 0) return problems;
  }
  return [];
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

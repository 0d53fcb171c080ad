import type { DockerfileFile } from '../lint/file.ts';
import type { Step } from '../model/step.ts';
import { mistyped, type Mistake, type Repair } from './mistake.ts';

/** The instructions of a Dockerfile. */
export const instructions = [
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
] as const;

/** A first word that is no instruction. */
export function* unknownInstruction(step: Step, file: DockerfileFile): Iterable<Mistake> {
  const { keyword } = step;
  if (/^(&&|\|\|?|;|\\)/.test(keyword.text)) {
    const fix = continueAbove(step, file);
    yield {
      id: 'unknown-instruction',
      at: keyword,
      message: `${shortened(keyword.text)} is not an instruction. The line above does not continue: it needs a ${step.escape} at its end.`,
      ...(fix && { fix }),
    };
    return;
  }
  const lower = keyword.text === keyword.text.toLowerCase();
  yield mistyped(
    { id: 'unknown-instruction', at: keyword, message: `There is no instruction ${shortened(keyword.text)}.` },
    {
      written: keyword.text.toUpperCase(),
      candidates: lower ? instructions.map((name) => name.toLowerCase()) : instructions,
    },
  );
}

/** What is no instruction may be a whole line of something else. */
function shortened(word: string): string {
  return word.length > 40 ? `${word.slice(0, 40)}…` : word;
}

/** An escape character at the end of the line right above, when that ends an instruction. */
function continueAbove(step: Step, file: DockerfileFile): Repair | undefined {
  const { content } = file.document;
  const before = content.slice(0, step.start);
  const [gap = ''] = /\s*$/.exec(before) ?? [];
  const end = step.start - gap.length;
  if (end === 0 || gap.split('\n').length !== 2 || before.slice(0, end).endsWith(step.escape)) return undefined;
  return {
    title: `Continue the line above with ${step.escape}`,
    edits: [{ start: end, end, newText: ` ${step.escape}` }],
    safe: false,
  };
}

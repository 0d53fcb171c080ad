import type { DockerfileFile } from '../lint/file.ts';
import type { Mistake } from './mistake.ts';

/** A file without a stage. Other instructions than `ARG` before the first `FROM` are the business of a rule. */
export function* checkStages({ stages }: DockerfileFile): Iterable<Mistake> {
  if (stages.length === 0) {
    yield { id: 'no-stage', at: { start: 0, end: 0 }, message: 'The file has no instruction. It begins with FROM.' };
    return;
  }
  const [first] = stages;
  if (stages.length > 1 || first === undefined || first.from !== undefined) return;
  const last = first.steps.at(-1);
  if (last === undefined || first.steps.some(({ name }) => name !== 'ARG')) return;
  yield { id: 'no-stage', at: last, message: 'The file has no FROM, so there is nothing to build.' };
}

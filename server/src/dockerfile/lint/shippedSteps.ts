import type { Step } from '../model/step.ts';
import type { DockerfileFile } from './file.ts';

/** Tells whether the layer of a step gets into an image that is kept: it is in the last stage, in one that is continued, or in an `ONBUILD`. */
export function shippedSteps({ stages }: DockerfileFile): (step: Step) => boolean {
  const kept = new Set([stages.at(-1), ...stages.map(({ parent }) => parent)]);
  return ({ stage, onbuild }) => onbuild !== undefined || kept.has(stage);
}

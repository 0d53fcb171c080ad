import type { Step } from '../model/step.ts';
import type { DockerfileFile } from './file.ts';

/** Whether the layer of a step gets into an image that is kept: it is in the last stage, in one that is continued, or in an `ONBUILD`. */
export function isShipped(file: DockerfileFile, { stage, onbuild }: Step): boolean {
  return onbuild !== undefined || stage === file.stages.at(-1) || file.stages.some(({ parent }) => parent === stage);
}

import type { Step } from '../model/step.ts';
import type { DockerfileFile } from './file.ts';

/** Whether the layer of a step gets into an image that is kept: also that of a stage to come, in an `ONBUILD`. */
export function isShipped(file: DockerfileFile, { stage, onbuild }: Step): boolean {
  return onbuild !== undefined || file.isShipped(stage);
}

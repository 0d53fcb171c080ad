import { mountsOf } from '../model/mounts.ts';
import type { Step } from '../model/step.ts';

/** Whether a cache or tmpfs mount of the `RUN` holds a folder or one that it is in, so that nothing in it gets into the layer. */
export function keepsOutOfLayer(step: Step, folder: string): boolean {
  return mountsOf(step).some(({ type, target }) => {
    if (type !== 'cache' && type !== 'tmpfs') return false;
    const mounted = (target ?? '').replace(/\/+$/, '');
    return mounted !== '' && (folder === mounted || folder.startsWith(`${mounted}/`));
  });
}

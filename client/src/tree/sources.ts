import { isEmpty } from '../store/state.ts';
import type { Store, StoreChange } from '../store/store.ts';
import type { TreeNode } from './node.ts';
import { containerRoots } from './nodes/containers.ts';
import { imageRoots } from './nodes/images.ts';
import type { ViewId, ViewOptions } from './viewOptions.ts';

/** What one view shows of the store. */
export interface TreeSource {
  readonly view: ViewId;
  readonly options: ViewOptions;
  /** Whether a change of the store can be seen in these rows. */
  readonly concerns: (change: StoreChange) => boolean;
  /** The rows at the root, as the choice wants them, and how many things there are without it. */
  readonly roots: () => { readonly nodes: readonly TreeNode[]; readonly total: number };
  readonly badge?: () => { readonly value: number; readonly tooltip: string } | undefined;
}

export function containersSource(store: Store, options: ViewOptions): TreeSource {
  return {
    view: 'gantry.containers',
    options,
    concerns: ({ containers }) => !isEmpty(containers),
    roots: () => ({ nodes: containerRoots(store.containers.values(), options.choice), total: store.containers.size }),
    badge: () => runningBadge(store),
  };
}

export function imagesSource(store: Store, options: ViewOptions): TreeSource {
  return {
    view: 'gantry.images',
    options,
    concerns: ({ containers, images }) => !isEmpty(images) || !isEmpty(containers),
    roots: () => ({
      nodes: imageRoots({ images: store.images.values(), containers: store.containers.values() }, options.choice),
      total: store.images.size,
    }),
  };
}

function runningBadge({ containers }: Store): { value: number; tooltip: string } | undefined {
  const value = [...containers.values()].filter(({ state }) => state === 'running').length;
  return value === 0 ? undefined : { value, tooltip: `${value} running ${value === 1 ? 'container' : 'containers'}` };
}

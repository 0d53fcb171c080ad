import type { Details, Question } from '../store/details.ts';
import { isEmpty } from '../store/state.ts';
import type { Store, StoreChange } from '../store/store.ts';
import type { TreeNode } from './node.ts';
import { containerRoots } from './nodes/containers.ts';
import { imageRoots } from './nodes/images.ts';
import { networkRoots } from './nodes/networks.ts';
import { volumeRoots } from './nodes/volumes.ts';
import type { ViewId, ViewOptions, Views } from './viewOptions.ts';

/** What one view shows of the store. */
export interface TreeSource {
  readonly view: ViewId;
  readonly options: ViewOptions;
  /** Whether a change of the store can be seen in these rows. */
  readonly concerns: (change: StoreChange) => boolean;
  /** The rows at the root, as the choice wants them, and how many things there are without it. */
  readonly roots: () => { readonly nodes: readonly TreeNode[]; readonly total: number };
  /** What is asked while the view can be seen, besides the store's lists. */
  readonly asks?: Question;
  readonly badge?: () => { readonly value: number; readonly tooltip: string } | undefined;
}

/** Every view's. */
export function treeSources(of: {
  readonly store: Store;
  readonly details: Details;
  readonly views: Views;
}): TreeSource[] {
  const { store, details, views } = of;
  return [
    containersSource(store, views['gantry.containers']),
    imagesSource(store, views['gantry.images']),
    volumesSource({ store, details }, views['gantry.volumes']),
    networksSource(store, views['gantry.networks']),
  ];
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

export function volumesSource(
  { store, details }: { readonly store: Store; readonly details: Details },
  options: ViewOptions,
): TreeSource {
  return {
    view: 'gantry.volumes',
    options,
    asks: { about: 'usage', of: '' },
    concerns: ({ containers, volumes }) => !isEmpty(volumes) || !isEmpty(containers),
    roots: () => {
      const answer = details.known('usage', '');
      const { containers, volumes } = store;
      const usage = answer?.ok === true ? answer.value : undefined;
      return { nodes: volumeRoots({ containers, volumes, usage }, options.choice), total: volumes.size };
    },
  };
}

export function networksSource(store: Store, options: ViewOptions): TreeSource {
  return {
    view: 'gantry.networks',
    options,
    concerns: ({ containers, networks }) => !isEmpty(networks) || !isEmpty(containers),
    roots: () => ({ nodes: networkRoots(store, options.choice), total: store.networks.size }),
  };
}

function runningBadge({ containers }: Store): { value: number; tooltip: string } | undefined {
  const value = [...containers.values()].filter(({ state }) => state === 'running').length;
  return value === 0 ? undefined : { value, tooltip: `${value} running ${value === 1 ? 'container' : 'containers'}` };
}

import type { Disposable, Event } from '../lifecycle.ts';
import { isHelper } from '../engine/helper.ts';
import type { DiskUsage } from '../engine/model.ts';
import type { About, Details, Question } from '../store/details.ts';
import type { Meters } from '../store/meters.ts';
import { isEmpty } from '../store/state.ts';
import type { Store, StoreChange } from '../store/store.ts';
import type { TreeNode } from './node.ts';
import type { DockerContexts } from '../engine/endpoint/contexts.ts';
import { contextQuestions, contextRoots } from './nodes/contexts.ts';
import { containerRoots } from './nodes/containers.ts';
import { imageMarks, imageRoots } from './nodes/images.ts';
import { networkRoots } from './nodes/networks.ts';
import { registriesQuestion, registryRoots } from './nodes/registries.ts';
import { swarmQuestion, swarmRoots } from './nodes/swarm.ts';
import { usageNote, usageRoots } from './nodes/usage.ts';
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
  readonly asks?: () => readonly Question[];
  /** Whether there can be no rows yet, because what they are made of was not answered. */
  readonly isAsking?: () => boolean;
  /** Answers that can be seen in the rows at the root, besides. */
  readonly shows?: readonly About[];
  /** Held while the view can be seen, as the choice wants it: a stream of measurements, say. */
  readonly whileSeen?: () => Disposable | undefined;
  /** Fires when the rows have changed for another reason than the store. */
  readonly onDidChange?: Event<undefined>;
  /** Said above the rows. */
  readonly note?: () => string;
  readonly badge?: () => { readonly value: number; readonly tooltip: string } | undefined;
}

const usageQuestion: Question = { about: 'usage', of: '' };

/** What the views show things of. */
export interface Sources {
  readonly store: Store;
  readonly details: Details;
  readonly contexts: Pick<DockerContexts, 'watch'>;
  readonly meters: Meters;
  /** The workspace's folders, absolute paths. */
  readonly folders: () => readonly string[];
}

/** Every view's. */
export function treeSources(of: Sources & { readonly views: Views }): TreeSource[] {
  const { store, views } = of;
  return [
    containersSource(of, views['gantry.containers']),
    imagesSource(of, views['gantry.images']),
    volumesSource(of, views['gantry.volumes']),
    networksSource(store, views['gantry.networks']),
    usageSource(of, views['gantry.usage']),
    contextsSource(of, views['gantry.contexts']),
    swarmSource(of, views['gantry.swarm']),
    registriesSource(of, views['gantry.registries']),
  ];
}

/** Without meters nothing is measured, without folders no container is the workspace's. */
export function containersSource(
  { store, meters, folders }: Pick<Sources, 'store'> & Partial<Sources>,
  options: ViewOptions,
): TreeSource {
  return {
    view: 'gantry.containers',
    options,
    concerns: ({ containers }) => !isEmpty(containers),
    roots: () => {
      const { choice } = options;
      const containers = [...store.containers.values()].filter((container) => !isHelper(container));
      const source = {
        containers,
        ...(folders ? { folders: folders() } : {}),
        ...(meters && choice.stats ? { loads: meters.loads } : {}),
      };
      return { nodes: containerRoots(source, choice), total: containers.length };
    },
    ...(meters
      ? { whileSeen: () => (options.choice.stats ? meters.watch() : undefined), onDidChange: meters.onDidChange }
      : {}),
    badge: () => runningBadge(store),
  };
}

/** What was asked of the engine for all, if it was and it could tell. */
function usageOf({ details }: Pick<Sources, 'details'>): DiskUsage | undefined {
  const answer = details.known('usage', '');
  return answer?.ok === true ? answer.value : undefined;
}

export function imagesSource({ store, details }: Pick<Sources, 'store' | 'details'>, options: ViewOptions): TreeSource {
  return {
    view: 'gantry.images',
    options,
    concerns: ({ containers, images }) => !isEmpty(images) || !isEmpty(containers),
    asks: () => (options.choice.stats ? [usageQuestion] : []),
    shows: ['usage', 'remote'],
    roots: () => {
      const { containers, images } = store;
      const usage = options.choice.stats ? usageOf({ details }) : undefined;
      const marks = imageMarks(images.values(), { known: details.known, usage });
      const source = { images: images.values(), containers: containers.values(), marks };
      return { nodes: imageRoots(source, options.choice), total: images.size };
    },
  };
}

export function volumesSource({ store, details }: Sources, options: ViewOptions): TreeSource {
  return {
    view: 'gantry.volumes',
    options,
    asks: () => [usageQuestion],
    shows: ['usage'],
    concerns: ({ containers, volumes }) => !isEmpty(volumes) || !isEmpty(containers),
    roots: () => {
      const { containers, volumes } = store;
      const usage = usageOf({ details });
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

export function usageSource({ details }: Pick<Sources, 'details'>, options: ViewOptions): TreeSource {
  return {
    view: 'gantry.usage',
    options,
    concerns: () => false,
    asks: () => [usageQuestion],
    shows: ['usage'],
    isAsking: () => details.known('usage', '') === undefined,
    note: () => usageNote(usageOf({ details })),
    roots: () => {
      const nodes = usageRoots(details.known('usage', ''));
      return { nodes, total: nodes.length };
    },
  };
}

export function contextsSource(
  { contexts, details }: Pick<Sources, 'contexts' | 'details'>,
  options: ViewOptions,
): TreeSource {
  return {
    view: 'gantry.contexts',
    options,
    concerns: () => false,
    asks: () => contextQuestions(details.known),
    shows: ['contexts', 'context'],
    isAsking: () => details.known('contexts', '') === undefined,
    whileSeen: () =>
      contexts.watch(() => {
        details.forget(({ about }) => about === 'contexts');
      }),
    roots: () => {
      const nodes = contextRoots(details.known);
      return { nodes, total: nodes.length };
    },
  };
}

export function swarmSource({ details }: Pick<Sources, 'details'>, options: ViewOptions): TreeSource {
  return {
    view: 'gantry.swarm',
    options,
    concerns: () => false,
    asks: () => [swarmQuestion],
    shows: ['swarm'],
    isAsking: () => details.known('swarm', '') === undefined,
    roots: () => {
      const nodes = swarmRoots(details.known('swarm', ''));
      return { nodes, total: nodes.length };
    },
  };
}

export function registriesSource(
  { details, store }: Pick<Sources, 'details' | 'store'>,
  options: ViewOptions,
): TreeSource {
  return {
    view: 'gantry.registries',
    options,
    concerns: ({ images }) => !isEmpty(images),
    asks: () => [registriesQuestion],
    shows: ['registries'],
    isAsking: () => details.known('registries', '') === undefined,
    roots: () => {
      const nodes = registryRoots(details.known('registries', ''), store.images.values());
      return { nodes, total: nodes.length };
    },
  };
}

function runningBadge({ containers }: Store): { value: number; tooltip: string } | undefined {
  const value = [...containers.values()].filter(({ state }) => state === 'running').length;
  return value === 0 ? undefined : { value, tooltip: `${value} running ${value === 1 ? 'container' : 'containers'}` };
}

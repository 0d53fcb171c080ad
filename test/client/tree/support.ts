import { noContexts, noRegistries } from '../../support/details.ts';
import { createStore } from '../../../client/src/store/createStore.ts';
import type { Store } from '../../../client/src/store/store.ts';
import { createDetails, type Details } from '../../../client/src/store/details.ts';
import { engineDetails } from '../../../client/src/store/detailSources.ts';
import { createMeters } from '../../../client/src/store/meters.ts';
import { LiveTree } from '../../../client/src/tree/liveTree.ts';
import { Reveals } from '../../../client/src/tree/reveals.ts';
import { treeSources } from '../../../client/src/tree/sources.ts';
import type { Row } from '../../../client/src/tree/rows.ts';
import { createViews, type ViewId, type ViewOptions } from '../../../client/src/tree/viewOptions.ts';
import { TestClock } from '../../support/clock.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';
import { aSurface, type TestSurface } from '../../support/surface.ts';

export interface TreeBench {
  readonly engine: MemoryEngine;
  readonly clock: TestClock;
  readonly tree: LiveTree;
  readonly store: Store;
  readonly details: Details;
  readonly reveals: Reveals;
  readonly options: ViewOptions;
  readonly surface: TestSurface;
  /** Context keys as they were told last. */
  readonly contexts: Map<string, string | boolean>;
  /** What was to be drawn anew: everything, or rows by id. */
  readonly fired: ('all' | string[])[];
}

/** One view's tree (the containers' unless said otherwise) over a store over an engine in memory, in a view that is not visible yet. */
export function aTree(
  view: ViewId = 'gantry.containers',
  contexts: typeof noContexts = noContexts,
  registries = noRegistries,
): TreeBench {
  const engine = new MemoryEngine();
  const clock = new TestClock();
  const store = createStore({ engine, clock, watchPath: () => undefined });
  const views = createViews({ get: () => undefined, update: async () => {} });
  const options = views[view];
  const keys = new Map<string, string | boolean>();
  const details = createDetails({
    store,
    sources: engineDetails({ registries, engine, contexts, findCredentials: async () => ({ source: 'nowhere' }) }),
  });
  const meters = createMeters({ engine, store, clock });
  const reveals = new Reveals();
  const sources = treeSources({
    store,
    details,
    contexts: noContexts,
    meters,
    folders: () => ['/home/me/shop'],
    views,
  });
  const source = sources.find((one) => one.view === view);
  if (!source) throw new Error(`${view} has no source`);
  const tree = new LiveTree({
    ...source,
    store,
    details,
    reveals,
    clock,
    setContext: (key, value) => keys.set(key, value),
  });
  const fired: TreeBench['fired'] = [];
  tree.onDidChange((rows) => fired.push(rows ? rows.map(({ id }) => id) : 'all'));
  const surface = aSurface();
  tree.attach(surface);
  return { engine, clock, tree, store, details, reveals, options, surface, contexts: keys, fired };
}

/** Draws the tree as VS Code does, groups opened; gives the labels, indented. */
export async function drawn(tree: LiveTree, row?: Row): Promise<string[]> {
  const lines: string[] = [];
  for (const child of await tree.children(row)) {
    const view = tree.show(child);
    lines.push(`${row ? '  ' : ''}${view.label}`);
    if (child.node.kind === 'containerGroup' && view.expandable === 'expanded')
      lines.push(...(await drawn(tree, child)));
  }
  return lines;
}

import { Emitter } from '../../../client/src/lifecycle.ts';
import { createStore } from '../../../client/src/store/createStore.ts';
import { LiveTree, type Surface } from '../../../client/src/tree/liveTree.ts';
import { containersSource } from '../../../client/src/tree/sources.ts';
import type { Row } from '../../../client/src/tree/rows.ts';
import { createViewOptions, type ViewOptions } from '../../../client/src/tree/viewOptions.ts';
import { TestClock } from '../../support/clock.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface TreeBench {
  readonly engine: MemoryEngine;
  readonly clock: TestClock;
  readonly tree: LiveTree;
  readonly options: ViewOptions;
  readonly surface: Mutable<Surface>;
  /** Context keys as they were told last. */
  readonly contexts: Map<string, string | boolean>;
  /** What was to be drawn anew: everything, or rows by id. */
  readonly fired: ('all' | string[])[];
  /** Rows that were revealed, by id. */
  readonly revealed: string[];
  see(visible: boolean): void;
  expand(row: Row, expanded: boolean): void;
}

/** The containers' tree over a store over an engine in memory, in a view that is not visible yet. */
export function aTree(): TreeBench {
  const engine = new MemoryEngine();
  const clock = new TestClock();
  const store = createStore({ engine, clock, watchPath: () => undefined });
  const options = createViewOptions('gantry.containers', { get: () => undefined, update: async () => {} });
  const contexts = new Map<string, string | boolean>();
  const tree = new LiveTree({
    ...containersSource(store, options),
    store,
    clock,
    setContext: (key, value) => contexts.set(key, value),
  });
  const fired: TreeBench['fired'] = [];
  tree.onDidChange((rows) => fired.push(rows ? rows.map(({ id }) => id) : 'all'));
  const visibility = new Emitter<{ visible: boolean }>();
  const [expanding, collapsing] = [new Emitter<{ element: Row }>(), new Emitter<{ element: Row }>()];
  const revealed: string[] = [];
  const surface: Mutable<Surface> = {
    visible: false,
    onDidChangeVisibility: visibility.event,
    onDidExpandElement: expanding.event,
    onDidCollapseElement: collapsing.event,
    selection: [],
    reveal: async ({ id }) => {
      revealed.push(id);
    },
  };
  tree.attach(surface);
  return {
    engine,
    clock,
    tree,
    options,
    surface,
    contexts,
    fired,
    revealed,
    see(visible) {
      surface.visible = visible;
      visibility.fire({ visible });
    },
    expand: (element, expanded) => {
      (expanded ? expanding : collapsing).fire({ element });
    },
  };
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

import { Emitter, type Disposable, type Event } from '../lifecycle.ts';

/** Every view of ours; package.json contributes them. */
export const viewIds = ['gantry.containers', 'gantry.images', 'gantry.volumes', 'gantry.networks'] as const;
export type ViewId = (typeof viewIds)[number];
/** What the person has chosen to see in each view. */
export type Views = Readonly<Record<ViewId, ViewOptions>>;

/** What the person has chosen to see in one view, remembered per workspace. */
export interface ViewOptions {
  readonly choice: ViewChoice;
  readonly onDidChange: Event<ViewChoice>;
  choose(change: Partial<ViewChoice>): void;
}

export interface ViewChoice {
  /** Words, all of which a row must have; empty shows all. */
  readonly filter: string;
  /** Containers only: hides what does not run. */
  readonly runningOnly: boolean;
}

/** VS Code's `Memento`, as far as it is needed here. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const everything: ViewChoice = { filter: '', runningOnly: false };

/** The options of every view. */
export function createViews(memory: Memory): Readonly<Record<ViewId, ViewOptions & Disposable>> {
  const entries = viewIds.map((view) => [view, createViewOptions(view, memory)] as const);
  return Object.fromEntries(entries) as Record<ViewId, ViewOptions & Disposable>;
}

/** The options of one view, read from and kept in `memory`. What is found there in another shape counts as not chosen. */
export function createViewOptions(view: ViewId, memory: Memory): ViewOptions & Disposable {
  const key = `${view}.view`;
  const changes = new Emitter<ViewChoice>();
  let choice = read(memory.get(key));
  return {
    get choice() {
      return choice;
    },
    onDidChange: changes.event,
    choose(change) {
      const next = { ...choice, ...change };
      if (next.filter === choice.filter && next.runningOnly === choice.runningOnly) return;
      choice = next;
      void memory.update(key, choice);
      changes.fire(choice);
    },
    dispose: () => {
      changes.dispose();
    },
  };
}

function read(value: unknown): ViewChoice {
  if (typeof value !== 'object' || value === null) return everything;
  const { filter, runningOnly } = value as { filter?: unknown; runningOnly?: unknown };
  return { filter: typeof filter === 'string' ? filter : '', runningOnly: runningOnly === true };
}

import { Emitter, type Disposable, type Event } from '../lifecycle.ts';
import { equal } from '../store/equal.ts';
import { everything, readChoice, type ViewChoice } from './viewChoice.ts';

/** Every view of ours; package.json contributes them. */
export const viewIds = [
  'gantry.containers',
  'gantry.images',
  'gantry.volumes',
  'gantry.networks',
  'gantry.usage',
  'gantry.contexts',
  'gantry.swarm',
  'gantry.registries',
] as const;
/** The views that show something without an engine. */
export const freeViews: ReadonlySet<ViewId> = new Set<ViewId>(['gantry.contexts', 'gantry.registries']);
export type ViewId = (typeof viewIds)[number];
/** What the person has chosen to see in each view. */
export type Views = Readonly<Record<ViewId, ViewOptions>>;

/** What the person has chosen to see in one view, remembered per workspace. */
export interface ViewOptions {
  /** What was chosen, else what the settings say. */
  readonly choice: ViewChoice;
  readonly onDidChange: Event<ViewChoice>;
  /** `undefined` takes a choice back: the settings say it again. */
  choose(change: { readonly [K in keyof ViewChoice]?: ViewChoice[K] | undefined }): void;
}

/** Options, and what their owner may do with them besides. */
export interface OwnedViewOptions extends ViewOptions, Disposable {
  /** The settings may say something else now. */
  reread(): void;
}

/** VS Code's `Memento`, as far as it is needed here. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** What a view shows before anything was chosen. */
export type Defaults = (view: ViewId) => Partial<ViewChoice>;

/** The options of every view. */
export function createViews(memory: Memory, defaults?: Defaults): Readonly<Record<ViewId, OwnedViewOptions>> {
  const entries = viewIds.map((view) => [view, createViewOptions(view, memory, defaults)] as const);
  return Object.fromEntries(entries) as Record<ViewId, OwnedViewOptions>;
}

/** The options of one view, read from and kept in `memory`. What is found there in another shape counts as not chosen. */
export function createViewOptions(view: ViewId, memory: Memory, defaults: Defaults = () => ({})): OwnedViewOptions {
  const key = `${view}.view`;
  const changes = new Emitter<ViewChoice>();
  let chosen = readChoice(memory.get(key));
  let choice: ViewChoice = { ...everything, ...defaults(view), ...chosen };
  const reread = (): void => {
    const next = { ...everything, ...defaults(view), ...chosen };
    if (equal(next, choice)) return;
    choice = next;
    changes.fire(choice);
  };
  return {
    get choice() {
      return choice;
    },
    onDidChange: changes.event,
    choose(change) {
      // What is undefined is left out, so that the default shows through.
      const next = readChoice({ ...chosen, ...change });
      if (equal(next, chosen)) return;
      chosen = next;
      void memory.update(key, chosen);
      reread();
    },
    reread,
    dispose: () => {
      changes.dispose();
    },
  };
}

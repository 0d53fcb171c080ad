import type { Clock } from '../clock.ts';
import { Disposables, Emitter, type Disposable, type Event } from '../lifecycle.ts';
import type { DetailChange, Details } from '../store/details.ts';
import type { Store } from '../store/store.ts';
import type { NodeView } from './node.ts';
import { questionOf, viewOf } from './nodes/index.ts';
import { present } from './presentation.ts';
import { Rows, type Row } from './rows.ts';
import type { TreeSource } from './sources.ts';
import { Throttle } from './throttle.ts';
import { freeViews } from './viewOptions.ts';
import { narrows } from './viewChoice.ts';
import type { Reveals } from './reveals.ts';

/** How long rows stay while the engine is away: a restart of it should not tear the view down. In milliseconds. */
const grace = 3000;
/** Texts like `Up 3 minutes` are looked at this often while they are visible, in milliseconds. */
const tick = 60_000;
/** From so many changed rows on, drawing everything is cheaper. */
const many = 40;
/** So many rows that were opened or closed are remembered. */
const remembered = 1000;

/** A view of VS Code, as far as it is needed here; `vscode.TreeView` is one. */
export interface Surface {
  readonly visible: boolean;
  readonly onDidChangeVisibility: Event<{ readonly visible: boolean }>;
  readonly onDidExpandElement: Event<{ readonly element: Row }>;
  readonly onDidCollapseElement: Event<{ readonly element: Row }>;
  readonly selection: readonly Row[];
  message?: string;
  description?: string;
  badge?: { readonly value: number; readonly tooltip: string } | undefined;
  reveal(row: Row, options: { select: boolean; focus: boolean; expand: boolean }): PromiseLike<void>;
}

export interface LiveTreeOptions extends TreeSource {
  readonly store: Store;
  readonly details: Details;
  readonly reveals: Reveals;
  readonly clock: Clock;
  /** Tells menus and welcome texts of a view's state. */
  readonly setContext: (key: string, value: string | boolean) => void;
}

/** One view, kept up to date with the store while it is visible. Knows nothing of VS Code. */
export class LiveTree implements Disposable {
  readonly #options: LiveTreeOptions;
  readonly #rows: Rows;
  readonly #changes = new Emitter<Row[] | undefined>();
  readonly #throttle: Throttle;
  readonly #own = new Disposables();
  /** What the person opened and closed, by id: survives the rows' absence. */
  readonly #expanded = new Map<string, boolean>();
  readonly #contexts = new Map<string, string | boolean>();
  #surface: Surface | undefined;
  #watching: Disposable | undefined;
  #following: Disposable | undefined;
  #ticking: Disposable | undefined;
  #leaving: Disposable | undefined;
  #away = true;
  #shows = false;
  /** Ids from the root to the row that was selected. */
  #selected: readonly string[] = [];
  #waiters: (() => void)[] = [];

  constructor(options: LiveTreeOptions) {
    this.#options = options;
    this.#rows = new Rows(options.details.known);
    this.#throttle = this.#own.add(new Throttle(options.clock, (change) => this.#changes.fire(change)));
    this.#own.add(
      options.store.onDidChange((change) => {
        if (change.state || options.concerns(change)) this.#update();
      }),
    );
    this.#own.add(options.options.onDidChange(() => this.#choose()));
    this.#own.add(options.reveals.onDidChange((id) => this.#redraw(id)));
    if (options.onDidChange) this.#own.add(options.onDidChange(() => this.#update()));
    this.#own.add(options.details.onDidChange((change) => this.#learn(change)));
    this.#own.add(this.#changes);
  }

  get onDidChange(): Event<Row[] | undefined> {
    return this.#changes.event;
  }

  /** Connects the tree with the view that shows it. */
  attach(surface: Surface): void {
    this.#surface = surface;
    this.#own.add(surface.onDidChangeVisibility(({ visible }) => this.#see(visible)));
    this.#own.add(surface.onDidExpandElement(({ element }) => this.#remember(element, true)));
    this.#own.add(surface.onDidCollapseElement(({ element }) => this.#remember(element, false)));
    this.#see(surface.visible);
  }

  /** The rows at the root or below a row; at first it waits until the engine has answered. */
  async children(row?: Row): Promise<readonly Row[]> {
    if (row) {
      const question = questionOf(row.node);
      if (question) await this.#options.details.ask(question);
      return this.#rows.childrenOf(row);
    }
    if (this.#isUndecided()) await new Promise<void>((resolve) => this.#waiters.push(resolve));
    return this.#rows.roots;
  }

  /** How a row looks now. `expanded` is what the person did to it, else what its kind wants. */
  show(row: Row): NodeView {
    const { clock, reveals } = this.#options;
    row.shown = viewOf(row.node, clock.now(), { revealed: reveals.has(row.id) });
    return this.#lookOf(row);
  }

  /** Brings a row to sight and selects it, by its id and those above it; `false` when it is not there. */
  async bring(path: readonly string[]): Promise<boolean> {
    let rows = await this.children();
    let found: Row | undefined;
    for (const id of path) {
      if (found) rows = await this.children(found);
      found = rows.find((row) => row.id === id);
      if (!found) return false;
    }
    if (found) await this.#surface?.reveal(found, { select: true, focus: true, expand: true });
    return found !== undefined;
  }

  dispose(): void {
    this.#see(false);
    this.#leaving?.dispose();
    this.#release();
    this.#own.dispose();
  }

  #lookOf({ id, node, shown }: Row): NodeView {
    const view = shown ?? viewOf(node, this.#options.clock.now());
    const wish = this.#expanded.get(id);
    if (view.expandable === 'none' || wish === undefined) return view;
    return { ...view, expandable: wish ? 'expanded' : 'collapsed' };
  }

  #learn({ kind, questions }: DetailChange): void {
    const { shows = [] } = this.#options;
    const own = questions.some(({ about }) => shows.includes(about));
    if (kind === 'forgotten') this.#throttle.add({ all: false, rows: this.#rows.forget(questions) });
    // What was forgotten is asked again, and an answer may be what the next question is about.
    if (own) this.#ask();
    if (own) this.#update();
  }

  /** What the rows show besides the store's lists is asked for once they can be seen. */
  #ask(): void {
    const { asks, details } = this.#options;
    if (this.#surface?.visible !== true) return;
    for (const question of asks?.() ?? []) void details.ask(question);
  }

  #remember({ id }: Row, expanded: boolean): void {
    this.#expanded.delete(id);
    this.#expanded.set(id, expanded);
    const [oldest] = this.#expanded.keys();
    if (oldest !== undefined && this.#expanded.size > remembered) this.#expanded.delete(oldest);
  }

  #see(visible: boolean): void {
    if (visible) {
      if (!freeViews.has(this.#options.view)) this.#watching ??= this.#options.store.watch();
      this.#following ??= this.#options.whileSeen?.();
      this.#ask();
      this.#update();
      this.#ticking ??= this.#options.clock.after(tick, () => this.#tick());
    } else {
      this.#watching?.dispose();
      this.#watching = undefined;
      this.#following?.dispose();
      this.#following = undefined;
      this.#ticking?.dispose();
      this.#ticking = undefined;
    }
  }

  /** Another choice may want something else to be followed. */
  #choose(): void {
    this.#following?.dispose();
    this.#following = this.#surface?.visible === true ? this.#options.whileSeen?.() : undefined;
    this.#ask();
    this.#update();
  }

  #redraw(id: string): void {
    const row = this.#rows.find(id);
    if (row?.shown) this.#throttle.add({ all: false, rows: [row] });
  }

  #tick(): void {
    const rows = this.#rows.outdated(this.#options.clock.now());
    this.#throttle.add(rows.length > many ? { all: true } : { all: false, rows });
    this.#ticking = this.#options.clock.after(tick, () => this.#tick());
  }

  /** Brings everything up to date with the store and the choice. */
  #update(): void {
    const { clock, options, roots, store, view } = this.#options;
    this.#noteAbsence();
    const { nodes, total } = roots();
    const { choice } = options;
    const isFree = freeViews.has(view);
    const state = isFree ? ({ kind: 'free' } as const) : store.state;
    const note = this.#options.note?.() ?? '';
    const shown = present({ view, state, away: this.#away, choice, total, shown: nodes.length, note });
    const showed = this.#shows;
    this.#shows = shown.rows && nodes.length > 0;
    if (showed && !this.#shows) this.#selected = pathOf(this.#surface?.selection[0]);
    const change = this.#rows.update(shown.rows ? nodes : [], clock.now());
    const surface = this.#surface;
    if (surface) {
      if ((surface.message ?? '') !== shown.message) surface.message = shown.message;
      if ((surface.description ?? '') !== shown.description) surface.description = shown.description;
      surface.badge = state.kind === 'live' ? this.#options.badge?.() : undefined;
    }
    this.#tell({
      welcome: shown.welcome,
      narrowed: narrows(choice),
      runningOnly: choice.runningOnly,
      workspaceOnly: choice.workspaceOnly,
      stats: choice.stats,
    });
    if (this.#isUndecided()) return;
    // Who waits gets the newest rows: no need to ask for them twice.
    if (this.#waiters.length > 0) this.#release();
    else this.#throttle.add(!change.all && change.rows.length > many ? { all: true } : change);
    if (!showed && this.#shows) this.#reselect();
  }

  /** Rows stay for the time of a hiccup, if there were any. */
  #noteAbsence(): void {
    const { clock, store, view } = this.#options;
    if (store.state.kind !== 'unreachable' || freeViews.has(view)) {
      this.#leaving?.dispose();
      this.#leaving = undefined;
      this.#away = store.state.kind !== 'live' && !freeViews.has(view);
    } else if (!this.#away && !this.#leaving) {
      this.#leaving = clock.after(grace, () => {
        this.#away = true;
        this.#update();
      });
    }
  }

  /** The engine has not been asked or has not answered, and there is nothing from before. */
  #isUndecided(): boolean {
    const { isAsking, roots, store, view } = this.#options;
    const isFree = freeViews.has(view);
    const waits = !isFree && (store.state.kind === 'idle' || store.state.kind === 'connecting');
    const asks = (isFree || store.state.kind === 'live') && isAsking?.() === true;
    return (waits || asks) && roots().total === 0;
  }

  #release(): void {
    for (const resolve of this.#waiters.splice(0)) resolve();
  }

  /** After an absence the row that was selected is selected again, without taking the focus from anybody. */
  #reselect(): void {
    const path = this.#rows.along(this.#selected);
    this.#selected = [];
    const row = path.at(-1);
    const hidden = path.slice(0, -1).some((parent) => this.#lookOf(parent).expandable !== 'expanded');
    if (!row || hidden || !this.#surface?.visible) return;
    // A row that vanishes again meanwhile cannot be revealed, which is as it should be.
    this.#surface.reveal(row, { select: true, focus: false, expand: false }).then(undefined, () => {});
  }

  #tell(context: Readonly<Record<string, string | boolean>>): void {
    for (const [name, value] of Object.entries(context)) {
      const key = `${this.#options.view}.${name}`;
      if (this.#contexts.get(key) === value) continue;
      this.#contexts.set(key, value);
      this.#options.setContext(key, value);
    }
  }
}

function pathOf(row: Row | undefined): string[] {
  const path: string[] = [];
  for (let at = row; at; at = at.parent) path.unshift(at.id);
  return path;
}

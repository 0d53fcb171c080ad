import type { CommandContext } from '../command.ts';
import { fillForm } from '../form.ts';
import { applyFilter, filterFields, isFiltering, noFilter, type PruneFilter } from './filter.ts';
import type { Candidates, PruneKind, PruneSource } from './kind.ts';
import { isIdle } from './kinds/containers.ts';
import { countText, freed, type Prunable } from './plan.ts';
import { sweep } from './sweep.ts';

/** A part of what is unused, to be pruned at one go. */
export interface Scope {
  readonly label: string;
  readonly detail: string;
  readonly icon: string;
  /** Why there is nothing of it, to be read after a colon. */
  readonly none: string;
  readonly has: (item: Prunable) => boolean;
}

export interface Prune {
  /** `images`, `unused objects`. */
  readonly things: string;
  /** In the order in which they are removed. */
  readonly kinds: readonly PruneKind[];
  readonly scopes: (items: readonly Prunable[]) => readonly Scope[];
}

/**
 * Asks for the part of what is unused and for what of it is to stay, shows the rest as a list to choose from, and removes
 * what was chosen. The engine's own prune is not used: it has no preview, and takes what came in between.
 */
export async function prune(context: CommandContext, options: Prune): Promise<void> {
  const { engine, ui } = context;
  const { kinds, things } = options;
  const dismissed = new AbortController();
  try {
    const source = await openSource(context, { kinds, signal: dismissed.signal });
    const found = await Promise.all(kinds.map((kind) => kind.find(source)));
    if (found.every(({ count }) => count === 0)) {
      await ui.notify({ severity: 'info', text: `Nothing to prune: ${nothing(found)}` });
      return;
    }
    const listing = Promise.all(found.map(({ items }) => items)).then((lists) => lists.flat());
    // Dismissing the form leaves nobody who would hear of it.
    listing.catch(() => {});
    const filter = { ...noFilter };
    const scope = await chooseScope(context, { ...options, listing, filter, now: source.now });
    if (!scope) return;
    const items = narrowed(await listing, { scope, filter, now: source.now });
    if (items.length === 0) {
      const why = isFiltering(filter) ? 'nothing fits the filters.' : scope.none;
      await ui.notify({ severity: 'info', text: `Nothing to prune: ${why}` });
      return;
    }
    await sweep({ ui, engine, title: `Prune ${things}`, things, kinds, items });
  } finally {
    dismissed.abort();
  }
}

/** What is left of the list; what containers have only when these are on it too. */
function narrowed(
  items: readonly Prunable[],
  { scope, filter, now }: { scope: Scope; filter: PruneFilter; now: number },
): Prunable[] {
  const fitting = applyFilter(items.filter(scope.has), filter, now);
  const going = new Set(fitting.map(({ id }) => id));
  return fitting.filter(({ users = [] }) => users.every((user) => going.has(user)));
}

async function openSource(
  { engine }: CommandContext,
  { kinds, signal }: { kinds: readonly PruneKind[]; signal: AbortSignal },
): Promise<PruneSource> {
  const containers = await engine.containers.list({}, signal);
  const leave = kinds.some(({ noun }) => noun === 'container');
  let usage: ReturnType<PruneSource['usage']> | undefined;
  return {
    engine,
    signal,
    now: Date.now(),
    containers,
    leaving: new Set(leave ? containers.filter(isIdle).map(({ id }) => id) : []),
    usage: () => (usage ??= engine.system.diskUsage(signal)),
  };
}

function nothing(found: readonly Candidates[]): string {
  return found.length === 1 ? (found[0]?.none ?? '') : 'everything is in use.';
}

async function chooseScope(
  { ui }: CommandContext,
  {
    things,
    scopes,
    listing,
    filter,
    now,
  }: Prune & { listing: Promise<readonly Prunable[]>; filter: PruneFilter; now: number },
): Promise<Scope | undefined> {
  let items: readonly Prunable[] = [];
  return await fillForm<Scope>({
    ui,
    title: `Prune which ${things}?`,
    placeholder: 'Nothing is removed yet: a list of them comes first',
    ready: listing.then((all) => (items = all)),
    submits: () =>
      scopes(items).map((scope) => {
        const own = narrowed(items, { scope, filter, now });
        const { label, detail, icon } = scope;
        const description = own.length === 0 ? 'none' : `${countText(own)}, frees ${freed(own)}`;
        return { label, detail, icon, description, value: scope };
      }),
    fields: () => filterFields(ui, filter),
  });
}

import type { Engine } from '../../engine/engine.ts';
import { EngineError, unreachableKinds } from '../../engine/error.ts';
import { explain } from '../../ui/explain.ts';
import { formatNames } from '../../ui/format.ts';
import type { Choice, Ui } from '../../ui/ui.ts';
import type { PruneKind } from './kind.ts';
import {
  countText,
  freed,
  goneAlready,
  type Left,
  type Outcome,
  outcomeDocument,
  outcomeText,
  type Prunable,
  summarize,
} from './plan.ts';

export interface Sweep {
  readonly ui: Ui;
  readonly engine: Engine;
  readonly title: string;
  /** What all of it is called: `images`, `unused objects`. */
  readonly things: string;
  /** The kinds of the items, in the order in which they are removed. */
  readonly kinds: readonly PruneKind[];
  /** Everything that may go. */
  readonly items: readonly Prunable[];
}

/**
 * Shows what may go with the bytes it frees, lets the person choose, asks once more, removes exactly what was chosen one
 * after the other, and says what came of it.
 */
export async function sweep(options: Sweep): Promise<void> {
  const { ui, kinds, title, items } = options;
  const chosen = await ui.pickMany<Prunable>({
    title,
    placeholder: 'What is selected is removed, after one more question',
    choices: kinds.flatMap((kind) => rowsOf(options, kind)),
    summary: (selected) => summarize(selected, items.length),
  });
  if (!chosen) return;
  if (chosen.length === 0) {
    const text = `No ${kinds.length === 1 ? (kinds[0]?.noun ?? '') : 'object'} was selected; nothing was removed.`;
    await ui.notify({ severity: 'info', text });
    return;
  }
  const queue = inOrder(options, chosen);
  if (await confirm(options, queue)) await report(options, await removeAll(options, queue));
}

function rowsOf({ kinds, items }: Sweep, kind: PruneKind): Choice<Prunable>[] {
  const own = items.filter(({ noun }) => noun === kind.noun);
  const [first, ...others] = own.map((item) => rowOf(item, kind));
  if (!first) return [];
  return [kinds.length > 1 ? { ...first, separator: `${countText(own)}, ${freed(own)}` } : first, ...others];
}

function rowOf(item: Prunable, { icon }: PruneKind): Choice<Prunable> {
  const { name, bytes, age, why } = item;
  const description = [bytes === undefined ? 'size unknown' : `frees ${freed([item])}`, age].join(' • ');
  return { label: name, description, detail: why, icon, picked: true, value: item };
}

/** Kind by kind, and each in its own order: what holds others goes before them. */
function inOrder({ kinds }: Sweep, chosen: readonly Prunable[]): Prunable[] {
  return kinds.flatMap(({ noun, compare }) => {
    const own = chosen.filter((item) => item.noun === noun);
    return compare ? own.toSorted(compare) : own;
  });
}

function confirm({ ui, kinds }: Sweep, queue: readonly Prunable[]): Promise<boolean> {
  const parts = kinds.flatMap((kind) => {
    const own = queue.filter(({ noun }) => noun === kind.noun);
    if (own.length === 0) return [];
    const names = formatNames(
      own.map(({ name }) => name),
      10,
    );
    return [`${names}.\n\n${kind.consequence}`];
  });
  return ui.confirm({
    message: `Remove ${countText(queue)} and free ${freed(queue)}?`,
    detail: parts.join('\n\n'),
    action: queue.length === 1 ? 'Remove' : `Remove ${queue.length}`,
  });
}

function removeAll(options: Sweep, queue: readonly Prunable[]): Promise<Outcome> {
  const title = `Removing ${countText(queue)}`;
  return options.ui.progress({ title, cancellable: true }, async (report, signal) => {
    const removed: Prunable[] = [];
    const left: (Left & { readonly error?: unknown })[] = [];
    for (const [index, item] of queue.entries()) {
      if (signal.aborted) return { removed, left, untried: queue.slice(index) };
      report({ message: `${index + 1} of ${queue.length}: ${item.name}` });
      const { reason, error } = await attempt(options, item);
      if (isUnreachable(error)) return { removed, left, untried: queue.slice(index), lost: reason ?? '' };
      if (reason === undefined) removed.push(item);
      else left.push({ item, reason, error });
      report({ increment: 100 / queue.length });
    }
    // What hindered one may have been another that has gone since.
    const hindered = removed.length > 0 ? left.filter(({ error }) => isConflict(error)) : [];
    for (const again of hindered) {
      if (signal.aborted) break;
      const { reason } = await attempt(options, again.item);
      if (reason !== undefined && reason !== goneAlready) continue;
      removed.push(again.item);
      left.splice(left.indexOf(again), 1);
    }
    return { removed, left, untried: [] };
  });
}

async function attempt(
  { kinds, engine }: Sweep,
  item: Prunable,
): Promise<{ readonly reason?: string | undefined; readonly error?: unknown }> {
  try {
    return { reason: await kinds.find(({ noun }) => noun === item.noun)?.remove(engine, item) };
  } catch (error) {
    return { reason: explain(error)?.message ?? 'Cancelled.', error };
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof EngineError && error.kind === 'conflict';
}

function isUnreachable(error: unknown): boolean {
  return error instanceof EngineError && unreachableKinds.has(error.kind);
}

async function report({ ui, things }: Sweep, outcome: Outcome): Promise<void> {
  const { left, lost } = outcome;
  for (const { item, reason } of left) ui.log.warn(`${item.name} was not removed: ${reason}`);
  const details = 'Show details';
  const isShort = left.length > 0 || lost !== undefined;
  const pressed = await ui.notify({
    severity: isShort ? 'warning' : 'info',
    text: outcomeText(outcome),
    actions: isShort ? [details] : [],
  });
  if (pressed === details) await ui.showDocument({ name: `pruned ${things}.txt`, text: outcomeDocument(outcome) });
}

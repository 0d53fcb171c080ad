import { EngineError, unreachableKinds } from '../../engine/error.ts';
import { explain } from '../../ui/explain.ts';
import { formatCount, formatNames } from '../../ui/format.ts';
import type { Choice, Ui } from '../../ui/ui.ts';
import {
  freed,
  goneAlready,
  type Left,
  type Outcome,
  outcomeDocument,
  outcomeText,
  type Prunable,
  summarize,
} from './plan.ts';

export interface Sweep<T extends Prunable> {
  readonly ui: Ui;
  readonly title: string;
  /** `container`, made plural by an s. */
  readonly noun: string;
  /** A codicon's name. */
  readonly icon: string;
  /** Everything that may go; a costly list may still be on its way. */
  readonly items: Promise<readonly T[]>;
  /** The order of removal; the list's own when absent. */
  readonly compare?: (a: T, b: T) => number;
  /** What is lost with them and what stays, as a sentence. */
  readonly consequence: string;
  /**
   * Removes one, never by force, after another look at it. Answers why it is left, as a sentence, or nothing when it is
   * gone. Throws what the engine throws.
   */
  remove(item: T): Promise<string | undefined>;
}

/**
 * Shows what may go with the bytes it frees, lets the person choose, asks once more, removes exactly what was chosen one
 * after the other, and says what came of it.
 */
export async function sweep<T extends Prunable>(options: Sweep<T>): Promise<void> {
  const { ui, noun } = options;
  const chosen = await choose(options);
  if (!chosen) return;
  if (chosen.length === 0) {
    await ui.notify({ severity: 'info', text: `No ${noun} was selected; nothing was removed.` });
    return;
  }
  if (!(await confirm(options, chosen))) return;
  await report(options, await removeAll(options, chosen));
}

async function choose<T extends Prunable>({ ui, title, icon, items }: Sweep<T>): Promise<readonly T[] | undefined> {
  let total = 0;
  const rows = async (): Promise<Choice<T>[]> => {
    const all = await items;
    total = all.length;
    return all.map((item) => ({
      label: item.name,
      description: [item.bytes === undefined ? 'size unknown' : `frees ${freed([item])}`, item.age].join(' • '),
      detail: item.why,
      icon,
      picked: true,
      value: item,
    }));
  };
  return await ui.pickMany<T>({
    title,
    placeholder: 'What is selected is removed, after one more question',
    choices: rows(),
    summary: (selected) => summarize(selected, total),
  });
}

function confirm<T extends Prunable>({ ui, noun, consequence }: Sweep<T>, chosen: readonly T[]): Promise<boolean> {
  const names = formatNames(
    chosen.map(({ name }) => name),
    10,
  );
  return ui.confirm({
    message: `Remove ${formatCount(chosen.length, noun)} and free ${freed(chosen)}?`,
    detail: `${names}.\n\n${consequence}`,
    action: chosen.length === 1 ? 'Remove' : `Remove ${chosen.length}`,
  });
}

function removeAll<T extends Prunable>(options: Sweep<T>, chosen: readonly T[]): Promise<Outcome<T>> {
  const { ui, noun, compare } = options;
  const queue = compare ? chosen.toSorted(compare) : chosen;
  const title = `Removing ${formatCount(queue.length, noun)}`;
  return ui.progress({ title, cancellable: true }, async (report, signal) => {
    const removed: T[] = [];
    const left: (Left<T> & { readonly error?: unknown })[] = [];
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

async function attempt<T extends Prunable>(
  sweeping: Sweep<T>,
  item: T,
): Promise<{ readonly reason?: string | undefined; readonly error?: unknown }> {
  try {
    return { reason: await sweeping.remove(item) };
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

async function report<T extends Prunable>({ ui, noun }: Sweep<T>, outcome: Outcome<T>): Promise<void> {
  const { left, lost } = outcome;
  for (const { item, reason } of left) ui.log.warn(`${item.name} was not removed: ${reason}`);
  const details = 'Show details';
  const pressed = await ui.notify({
    severity: left.length > 0 || lost !== undefined ? 'warning' : 'info',
    text: outcomeText(outcome, noun),
    actions: left.length > 0 || lost !== undefined ? [details] : [],
  });
  if (pressed === details) {
    await ui.showDocument({ name: `pruned ${noun}s.txt`, text: outcomeDocument(outcome, noun) });
  }
}

import { EngineError, isCancelled, unreachableKinds } from '../engine/error.ts';
import { explain } from '../ui/explain.ts';
import { formatCount } from '../ui/format.ts';
import type { Ui } from '../ui/ui.ts';

/** How many requests go to the engine at a time. */
const limit = 8;
/** How many reasons a notification has room for. */
const shownReasons = 2;

export interface Bulk<T> {
  readonly ui: Ui;
  readonly targets: readonly T[];
  /** The targets in groups, where each waits for the one before; all at once when absent. */
  readonly waves?: readonly (readonly T[])[];
  readonly name: (target: T) => string;
  /** `container`, made plural by an s. */
  readonly noun: string;
  /** `Stopping`, and `stopped`: what stands in `3 of 5 containers stopped`. */
  readonly doing: string;
  readonly done: string;
  run(target: T, signal: AbortSignal): Promise<void>;
}

export interface BulkResult<T> {
  readonly done: readonly T[];
  readonly failed: readonly Failure<T>[];
  /** Not begun, because cancel was pressed. */
  readonly left: readonly T[];
}

export interface Failure<T> {
  readonly target: T;
  readonly error: unknown;
}

/**
 * Does the same to all targets, several at a time, with progress; what fails does not hinder the rest. With a single
 * target, or when the engine cannot be reached at all, the error is thrown.
 */
export async function forEach<T>(bulk: Bulk<T>): Promise<BulkResult<T>> {
  const { ui, targets, name, noun, doing } = bulk;
  const [only] = targets;
  if (only !== undefined && targets.length === 1) {
    const title = `${doing} ${name(only)}`;
    await ui.progress({ title, cancellable: false, where: 'window' }, (_report, signal) => bulk.run(only, signal));
    return { done: [only], failed: [], left: [] };
  }
  return await ui.progress(
    { title: `${doing} ${formatCount(targets.length, noun)}`, cancellable: true },
    async (report, signal) => {
      const done: T[] = [];
      const failed: Failure<T>[] = [];
      const attempt = async (target: T): Promise<void> => {
        try {
          await bulk.run(target, signal);
          done.push(target);
        } catch (error) {
          if (isCancelled(error)) return;
          if (error instanceof EngineError && unreachableKinds.has(error.kind)) throw error;
          failed.push({ target, error });
        }
        report({ message: `${done.length + failed.length} of ${targets.length}`, increment: 100 / targets.length });
      };
      for (const wave of bulk.waves ?? [targets]) await inParallel(wave, { attempt, signal });
      const tried = new Set([...done, ...failed.map(({ target }) => target)]);
      return { done, failed, left: targets.filter((target) => !tried.has(target)) };
    },
  );
}

async function inParallel<T>(
  targets: readonly T[],
  { attempt, signal }: { attempt: (target: T) => Promise<void>; signal: AbortSignal },
): Promise<void> {
  const queue = [...targets];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined && !signal.aborted; next = queue.shift()) await attempt(next);
  };
  await Promise.all(Array.from({ length: Math.min(limit, targets.length) }, work));
}

/** Says in one message what failed and what was left; silent when all went well, unless there is a `summary`. */
export async function reportBulk<T>(
  bulk: Pick<Bulk<T>, 'ui' | 'name' | 'noun' | 'done' | 'targets'>,
  { done, failed, left }: BulkResult<T>,
  summary?: string,
): Promise<void> {
  const { ui, name, noun, targets } = bulk;
  if (failed.length === 0 && left.length === 0) {
    if (summary !== undefined) await ui.notify({ severity: 'info', text: summary });
    return;
  }
  for (const { target, error } of failed) ui.log.warn(`${name(target)}: ${reason(error)}`);
  const head = summary ?? `${done.length} of ${formatCount(targets.length, noun)} ${bulk.done}.`;
  const reasons = failed.slice(0, shownReasons).map(({ target, error }) => `${name(target)}: ${reason(error)}`);
  const more = failed.length > shownReasons ? [`And ${failed.length - shownReasons} more.`] : [];
  const cancelled = left.length > 0 ? [`Cancelled before ${formatCount(left.length, noun)}.`] : [];
  const details = 'Show details';
  const pressed = await ui.notify({
    severity: failed.length > 0 ? 'warning' : 'info',
    text: [head, ...reasons, ...more, ...cancelled].join(' '),
    actions: failed.length > shownReasons ? [details] : [],
  });
  if (pressed === details) {
    const lines = failed.map(({ target, error }) => `${name(target)}: ${reason(error)}\n`);
    await ui.showDocument({ name: 'failures.txt', text: `${head}\n\n${lines.join('')}` });
  }
}

function reason(error: unknown): string {
  return explain(error)?.message ?? 'Cancelled.';
}

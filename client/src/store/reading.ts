import type { Clock } from '../clock.ts';
import type { Engine } from '../engine/engine.ts';
import { EngineError, isCancelled } from '../engine/error.ts';
import { unchanged, type Snapshot } from './snapshot.ts';
import type { Stale } from './stale.ts';
import type { ObjectChange } from './store.ts';

/** More containers than this are cheaper listed whole than asked for one by one. */
const wholeFrom = 64;

export interface ReadingOptions {
  readonly engine: Engine;
  readonly snapshot: Snapshot;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** What one list brought. `error`: it could not be read, and what was known stays. `read`: it was asked for at all. */
export interface Outcome {
  readonly read: boolean;
  readonly change: ObjectChange;
  readonly error?: EngineError;
}

/** Reads the stale containers and puts them into the snapshot. */
export async function readContainers(stale: Stale, options: ReadingOptions): Promise<Outcome> {
  const { clock, engine, signal, snapshot } = options;
  const { gone, turned } = stale;
  const change = snapshot.dropContainers(gone);
  const asked = new Set([...stale.containers].filter((id) => !gone.has(id)));
  const whole = stale.allContainers || asked.size > wholeFrom;
  if (!whole && asked.size === 0) return { read: false, change };
  try {
    const list = await engine.containers.list(whole ? {} : { ids: [...asked] }, signal);
    if (signal.aborted) return { read: false, change };
    // The engine may have made its list just before the end of one that we know to be gone.
    const found = list.filter(({ id }) => !gone.has(id));
    const put = snapshot.putContainers({ asked: whole ? 'all' : asked, found, turned, now: clock.now() });
    return { read: true, change: { ...put, removed: [...change.removed, ...put.removed] } };
  } catch (error) {
    return isCancelled(error) ? { read: false, change } : { read: true, change, error: asEngineError(error) };
  }
}

/** Reads the images, if they are stale, and puts them into the snapshot. */
export async function readImages({ images }: Stale, { engine, signal, snapshot }: ReadingOptions): Promise<Outcome> {
  if (!images) return { read: false, change: unchanged };
  try {
    const list = await engine.images.list(signal);
    return signal.aborted ? { read: false, change: unchanged } : { read: true, change: snapshot.putImages(list) };
  } catch (error) {
    return isCancelled(error)
      ? { read: false, change: unchanged }
      : { read: true, change: unchanged, error: asEngineError(error) };
  }
}

/** The engine's own errors as they are; whatever else was thrown is a failure with that cause. */
export function asEngineError(error: unknown): EngineError {
  return error instanceof EngineError
    ? error
    : new EngineError('failed', error instanceof Error ? error.message : String(error), { cause: error });
}

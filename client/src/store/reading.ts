import type { Clock } from '../clock.ts';
import type { Engine } from '../engine/engine.ts';
import { EngineError, isCancelled } from '../engine/error.ts';
import { unchanged, type Snapshot } from './snapshot.ts';
import type { Stale } from './stale.ts';
import type { ObjectChange, Part } from './store.ts';

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
  const whole = stale.whole.has('containers') || asked.size > wholeFrom;
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

type Whole = Exclude<Part, 'containers'>;

/** How the parts that are always listed whole are listed, and what that makes of the snapshot. */
const lists: Readonly<Record<Whole, (options: ReadingOptions) => Promise<() => ObjectChange>>> = {
  images: async ({ engine, signal, snapshot }) => {
    const images = await engine.images.list(signal);
    return () => snapshot.putImages(images);
  },
  volumes: async ({ engine, signal, snapshot }) => {
    const volumes = await engine.volumes.list(signal);
    return () => snapshot.putVolumes(volumes);
  },
  networks: async ({ engine, signal, snapshot }) => {
    const networks = await engine.networks.list(signal);
    return () => snapshot.putNetworks(networks);
  },
};

/** Reads one of the other parts, if it is stale, and puts it into the snapshot. */
export async function readWhole(part: Whole, stale: Stale, options: ReadingOptions): Promise<Outcome> {
  if (!stale.whole.has(part)) return { read: false, change: unchanged };
  try {
    const put = await lists[part](options);
    return options.signal.aborted ? { read: false, change: unchanged } : { read: true, change: put() };
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

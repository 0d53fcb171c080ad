import type { Engine } from '../engine/engine.ts';
import type { DiskUsage } from '../engine/model.ts';
import type { StoreChange, StoreState } from './store.ts';

/** What can be asked for, by what it is about. */
export interface Answers {
  /** What everything takes on the engine's disk. */
  usage: DiskUsage;
}

export interface DetailSource<T> {
  /** `of` is an object's id; empty where the engine itself is meant. */
  load(of: string, signal: AbortSignal): Promise<T>;
  /** Whether an answer does not hold any more after this change of the store. */
  isStale(change: StoreChange, now: { readonly of: string; readonly state: StoreState['kind'] }): boolean;
}

export type DetailSources = { readonly [K in keyof Answers]: DetailSource<Answers[K]> };

/** Where the details of an engine's objects come from. */
export function engineDetails(engine: Engine): DetailSources {
  return {
    // It costs the engine seconds when it is large: who wants newer figures says so.
    usage: { load: (_of, signal) => engine.system.diskUsage(signal), isStale: (_change, { state }) => isAway(state) },
  };
}

function isAway(state: StoreState['kind']): boolean {
  return state === 'unreachable';
}

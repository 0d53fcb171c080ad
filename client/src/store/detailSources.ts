import type { Engine } from '../engine/engine.ts';
import type { DiskUsage } from '../engine/model.ts';
import type { ProcessList } from '../engine/port/container.ts';
import type { ContainerDetails } from '../engine/port/details.ts';
import { toContainerDetails } from '../engine/translate/details.ts';
import type { StoreChange, StoreState } from './store.ts';

/** What can be asked for, by what it is about. */
export interface Answers {
  /** What everything takes on the engine's disk. */
  usage: DiskUsage;
  /** Of a container: what its record in the list leaves out. */
  container: ContainerDetails;
  /** Of a container that runs, as they are at the moment. */
  processes: ProcessList;
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
    container: {
      load: async (id, signal) => toContainerDetails(await engine.containers.inspect(id, signal)),
      isStale: touches,
    },
    processes: { load: (id, signal) => engine.containers.top(id, signal), isStale: touches },
    usage: { load: (_of, signal) => engine.system.diskUsage(signal), isStale: (_change, { state }) => isAway(state) },
  };
}

type IsStale = DetailSource<unknown>['isStale'];

/** The container has changed or gone, or nothing is heard of it any more. */
const touches: IsStale = ({ containers }, { of, state }) =>
  state === 'unreachable' || state === 'idle' || containers.changed.includes(of) || containers.removed.includes(of);

function isAway(state: StoreState['kind']): boolean {
  return state === 'unreachable';
}

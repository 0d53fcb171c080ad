import { unreachableKinds, type EngineError } from '../engine/error.ts';
import { parts, type Changed, type Failures, type ObjectChange, type StoreState } from './store.ts';

/** Whether two states would be shown alike, so that a further failed attempt is no change. */
export function sameState(a: StoreState, b: StoreState): boolean {
  if (a.kind !== b.kind || a.kind === 'idle' || b.kind === 'idle') return a.kind === b.kind;
  if (a.endpoint?.host !== b.endpoint?.host || a.endpoint?.context !== b.endpoint?.context) return false;
  if (a.kind === 'unreachable' && b.kind === 'unreachable')
    return a.error.kind === b.error.kind && a.error.message === b.error.message;
  if (a.kind === 'live' && b.kind === 'live') return sameFailures(a.failures, b.failures);
  return true;
}

function sameFailures(a: Failures, b: Failures): boolean {
  return parts.every((part) => a[part]?.message === b[part]?.message);
}

/** The failure that says that the engine is not there, rather than that it could not do this. */
export function unreachable(failures: Failures): EngineError | undefined {
  return parts.map((part) => failures[part]).find((error) => error !== undefined && unreachableKinds.has(error.kind));
}

/** Whether no part has changed. */
export function isUnchanged(change: Changed): boolean {
  return parts.every((part) => isEmpty(change[part]));
}

export function isEmpty({ added, changed, removed }: ObjectChange): boolean {
  return added.length + changed.length + removed.length === 0;
}

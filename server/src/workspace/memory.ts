import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Below this, in bytes, there is nothing to gain. */
const worthwhile = 40_000_000;

/**
 * Gives memory back to the system while nobody waits. Every edit makes some megabytes of garbage, for which V8 keeps a
 * nursery of 64 MB that it does not shrink by itself; this halves what the server occupies at rest, in some 30 ms.
 */
export function releaseMemory(): void {
  if (getHeapStatistics().total_heap_size < worthwhile) return;
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options: object) => void;
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

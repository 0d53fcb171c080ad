import type { Engine } from '../../engine/engine.ts';
import type { Container, DiskUsage } from '../../engine/model.ts';
import type { Prunable } from './plan.ts';

/** What a list is made of: asked of the engine once, for all kinds that are pruned together. */
export interface PruneSource {
  readonly engine: Engine;
  readonly signal: AbortSignal;
  readonly now: number;
  readonly containers: readonly Container[];
  /** Containers that go too, by id: what only they use is of no use. */
  readonly leaving: ReadonlySet<string>;
  /** Costly: asked for when the first wants it. */
  readonly usage: () => Promise<DiskUsage>;
}

/** What may go: at once as far as a quick look tells, and with sizes when the engine has added them up. */
export interface Candidates {
  /** `undefined` when only the items tell. */
  readonly count: number | undefined;
  readonly items: Promise<readonly Prunable[]>;
  /** Why there is none, to be read after a colon. */
  readonly none: string;
}

/** A kind of thing that can be pruned. */
export interface PruneKind {
  readonly noun: string;
  /** A codicon's name. */
  readonly icon: string;
  /** What is lost with them and what stays, as a sentence. */
  readonly consequence: string;
  /** The order of removal; the list's own when absent. */
  readonly compare?: (a: Prunable, b: Prunable) => number;
  find(source: PruneSource): Promise<Candidates>;
  /**
   * Removes one, never by force, after another look at it. Answers why it is left, as a sentence, or nothing when it is
   * gone. Throws what the engine throws.
   */
  remove(engine: Engine, item: Prunable): Promise<string | undefined>;
}

/** The largest first, then by name. */
export function bySize(a: Prunable, b: Prunable): number {
  return (b.bytes ?? 0) - (a.bytes ?? 0) || a.name.localeCompare(b.name);
}

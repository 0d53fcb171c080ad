import type { DiskUsage } from '../model.ts';

export interface SystemOperations {
  /** Costly (the engine adds up files), so asked for only where it is shown. */
  diskUsage(signal?: AbortSignal): Promise<DiskUsage>;
  /** Removes one record of the build cache unless it is in use or others are built on it; answers what went, by id. */
  pruneBuildCache(id: string): Promise<{ readonly removed: readonly string[]; readonly bytes: number }>;
}

import type { DiskUsage } from '../model.ts';

export interface SystemOperations {
  /** Costly (the engine adds up files), so asked for only where it is shown. */
  diskUsage(signal?: AbortSignal): Promise<DiskUsage>;
}

import type { RegistryCredentials } from '../engine.ts';
import type { DiskUsage } from '../model.ts';

export interface SystemOperations {
  /** Costly (the engine adds up files), so asked for only where it is shown. */
  diskUsage(signal?: AbortSignal): Promise<DiskUsage>;
  /** Removes one record of the build cache unless it is in use or others are built on it; answers what went, by id. */
  pruneBuildCache(id: string): Promise<{ readonly removed: readonly string[]; readonly bytes: number }>;
  /** The engine's own records of itself, `docker info` and `docker version`, for a document. */
  info(signal?: AbortSignal): Promise<{ readonly version: JsonRecord; readonly info: JsonRecord }>;
  /**
   * Lets the engine try credentials at their registry: `docker login` without keeping them. Answers the token that the
   * registry wants instead of the password, if it gives one. Throws `unauthorized` when they are wrong.
   */
  checkCredentials(credentials: RegistryCredentials, signal: AbortSignal): Promise<{ readonly identityToken?: string }>;
}

type JsonRecord = Readonly<Record<string, unknown>>;

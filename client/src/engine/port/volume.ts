import type { Labels, Volume } from '../model.ts';

export interface CreateVolumeOptions {
  /** Absent: the engine names it. */
  readonly name?: string;
  /** `local` when absent. */
  readonly driver?: string;
  /** The driver's own options: `type=nfs`, `o=addr=…`. */
  readonly options?: Readonly<Record<string, string>>;
  readonly labels?: Labels;
}

export interface VolumeOperations {
  list(signal?: AbortSignal): Promise<Volume[]>;
  inspect(name: string, signal?: AbortSignal): Promise<Readonly<Record<string, unknown>>>;
  /** Makes a volume, or answers the one of this name when driver and options are the same. */
  create(options: CreateVolumeOptions, signal?: AbortSignal): Promise<Volume>;
  /** Throws `conflict` while a container uses it, running or not. */
  remove(name: string): Promise<void>;
}

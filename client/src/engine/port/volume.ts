import type { Labels } from '../model.ts';

export interface Volume {
  readonly name: string;
  readonly driver: string;
  /** Where its files are on the engine's machine. */
  readonly mountpoint: string;
  readonly scope: string;
  readonly labels: Labels;
  readonly options: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch; some engines do not say. */
  readonly createdAt?: number;
  /** The engine named it itself: it was made for one container, by an image's `VOLUME` or a path without a source. */
  readonly anonymous: boolean;
}

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

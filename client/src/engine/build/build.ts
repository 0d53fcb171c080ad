import type { Labels } from '../model.ts';
import type { RegistryCredentials } from '../engine.ts';

/** What to build. Paths are absolute paths on the machine the extension runs on. */
export interface BuildOptions {
  /** The build context's folder. */
  readonly context: string;
  /** The Dockerfile, inside or outside the context. */
  readonly dockerfile: string;
  /** `repository:tag`, any number. */
  readonly tags: readonly string[];
  readonly target?: string;
  readonly buildArgs?: Readonly<Record<string, string>>;
  readonly labels?: Labels;
  readonly platform?: string;
  readonly noCache?: boolean;
  readonly pull?: boolean;
  /** Asked for one registry host at a time, and only for hosts that the build names. */
  readonly credentials?: (host: string) => Promise<RegistryCredentials | undefined>;
}

/**
 * A build as it goes. A step is a BuildKit vertex and is known by its `id`; it is sent again whenever it changes.
 * `done` comes last; a failing build throws `BuildError`.
 */
export type BuildEvent =
  | { readonly kind: 'step'; readonly step: BuildStep }
  | { readonly kind: 'log'; readonly step: string; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  | {
      readonly kind: 'progress';
      readonly step: string;
      readonly name: string;
      readonly current: number;
      readonly total: number;
    }
  | { readonly kind: 'warning'; readonly message: string }
  | { readonly kind: 'done'; readonly imageId: string };

export interface BuildStep {
  readonly id: string;
  /** `[build 2/5] RUN npm ci`. */
  readonly name: string;
  readonly state: 'waiting' | 'running' | 'done' | 'cached' | 'failed' | 'cancelled';
  readonly startedAt?: number;
  readonly completedAt?: number;
  readonly error?: string;
}

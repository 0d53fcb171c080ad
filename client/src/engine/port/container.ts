/** What a container may use of its host, and what happens when it ends. Absent is what the engine has: no limit. */
export interface ContainerLimits {
  /** Bytes. */
  readonly memory?: number;
  /** Processors, `1.5`. */
  readonly cpus?: number;
  /** Processes and threads. */
  readonly pids?: number;
  readonly restart?: RestartPolicy;
}

export const restartPolicies = ['no', 'on-failure', 'unless-stopped', 'always'] as const;

export interface RestartPolicy {
  readonly name: (typeof restartPolicies)[number];
  /** Of `on-failure`; without end when absent. */
  readonly maximumRetries?: number;
}

/** The processes of a container: `docker top`. */
export interface ProcessList {
  readonly titles: readonly string[];
  readonly processes: readonly (readonly string[])[];
}

export interface CommitOptions {
  readonly repository?: string;
  readonly tag?: string;
  readonly message?: string;
  readonly author?: string;
  /** Keeps the processes still meanwhile, so that no file is caught half written. */
  readonly pause: boolean;
}

/** A path that the container changed, against its image: `docker diff`. */
export interface FileChange {
  readonly path: string;
  readonly kind: 'changed' | 'added' | 'deleted';
}

/** What stands at a path in a container. */
export interface FileStat {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Bytes. */
  readonly size: number;
  /** Permissions, the nine bits of Unix and set-id and sticky as Unix has them. */
  readonly mode: number;
  readonly modifiedAt: number;
  readonly linkTarget?: string;
}

/**
 * All that a container was made with, for another one like it: what `CreateContainerOptions` has names for, and beside
 * it the engine's own records of the rest, which are handed back as they are.
 */
export interface ContainerDefinition {
  readonly config: Readonly<Record<string, unknown>>;
  readonly host: Readonly<Record<string, unknown>>;
  /** The settings of each network that it is in, by name. */
  readonly networks: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

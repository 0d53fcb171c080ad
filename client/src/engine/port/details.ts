/** What only a closer look at a container tells. */
export interface ContainerDetails {
  /** `NAME=value`, the image's own included, in the engine's order. */
  readonly env: readonly string[];
  /** The last runs of its health check, the newest first; empty when it has none. */
  readonly probes: readonly Probe[];
}

/** One run of a health check. */
export interface Probe {
  readonly startedAt: number;
  readonly endedAt: number;
  /** 0 is healthy. */
  readonly exitCode: number;
  readonly output: string;
}

/**
 * The custom requests between client and server, by method. Each end is typed by these maps, so that the compiler finds
 * both when an entry is added.
 */
export interface ServerRequests {
  /** What a build needs to know of a Dockerfile; the text is sent along, so that the file need not be open. */
  'gantry/dockerfileOutline': {
    readonly params: { readonly uri: string; readonly text: string };
    readonly result: DockerfileOutline;
  };
}

/** Stages and build arguments in the order of the file. Lines count from 0. */
export interface DockerfileOutline {
  readonly stages: readonly StageOutline[];
  readonly args: readonly ArgOutline[];
}

export interface StageOutline {
  readonly name?: string;
  /** As written after FROM: an image, an earlier stage's name, or with variables in it. */
  readonly base: string;
  readonly line: number;
}

export interface ArgOutline {
  readonly name: string;
  /** As written; absent when the line gives none. */
  readonly default?: string;
  /** The index of the stage that declares it; absent before the first FROM. */
  readonly stage?: number;
  readonly line: number;
}

import type {
  Container,
  EngineEvent,
  EngineObjectType,
  EngineVersion,
  Image,
  ImageDefaults,
  Labels,
  Layer,
  PortBinding,
} from './model.ts';
import type { BuildEvent, BuildOptions } from './build/build.ts';
import type { ImagePlatform, RemoteImage } from './port/images.ts';
import type { SwarmOperations } from './port/swarm.ts';
import type { ContainerStats } from './port/stats.ts';
import type {
  CommitOptions,
  ContainerDefinition,
  ContainerLimits,
  FileChange,
  FileStat,
  ProcessList,
} from './port/container.ts';
import type { FoundImage, ImportOptions } from './port/image.ts';
import type { NetworkOperations } from './port/network.ts';
import type { SystemOperations } from './port/system.ts';
import type { VolumeOperations } from './port/volume.ts';

/**
 * The engine port: all that Gantry asks of a container engine. Every method throws only `EngineError` (or the signal's
 * `AbortError`); every long one takes a signal and stops within a second of its abort. "Start what runs" and "stop what
 * stands still" are successes.
 */
export interface Engine {
  /** Where this engine is, resolved anew after a change of context or settings. */
  endpoint(): Promise<Endpoint>;
  version(signal?: AbortSignal): Promise<EngineVersion>;
  readonly containers: ContainerOperations;
  readonly images: ImageOperations;
  readonly volumes: VolumeOperations;
  readonly networks: NetworkOperations;
  readonly system: SystemOperations;
  readonly swarm: SwarmOperations;
  /**
   * The live event stream, from now on. Ends when the signal aborts; throws `EngineError` of kind `lost` when the
   * connection breaks. `onOpen` is called once the engine has accepted the subscription: nothing after it is missed.
   */
  events(options: EventOptions, signal: AbortSignal): AsyncIterable<EngineEvent>;
  build(options: BuildOptions, signal: AbortSignal): AsyncIterable<BuildEvent>;
}

/** An address of an engine and where it came from, for messages and the title of the views. */
export interface Endpoint {
  /** `unix:///var/run/docker.sock`, `npipe:////./pipe/docker_engine`, `tcp://host:2376`. */
  readonly host: string;
  readonly source: 'setting' | 'DOCKER_HOST' | 'DOCKER_CONTEXT' | 'context' | 'default' | 'probe';
  /** The Docker context's name; `default` when none is used. */
  readonly context: string;
  readonly tls?: TlsMaterial;
}

export interface TlsMaterial {
  readonly ca?: Uint8Array;
  readonly cert?: Uint8Array;
  readonly key?: Uint8Array;
  readonly skipVerify: boolean;
}

export interface EventOptions {
  readonly types?: readonly EngineObjectType[];
  readonly onOpen?: () => void;
  /** What came was no event that can be read: anything may have changed. */
  readonly onUnreadable?: () => void;
}

export interface ContainerOperations {
  list(options?: ListContainersOptions, signal?: AbortSignal): Promise<Container[]>;
  /** The engine's own record, for a read-only JSON document. */
  inspect(id: string, signal?: AbortSignal): Promise<Readonly<Record<string, unknown>>>;
  create(options: CreateContainerOptions, signal?: AbortSignal): Promise<CreatedContainer>;
  start(id: string): Promise<void>;
  stop(id: string, options?: { timeoutSeconds?: number }): Promise<void>;
  restart(id: string, options?: { timeoutSeconds?: number }): Promise<void>;
  pause(id: string): Promise<void>;
  unpause(id: string): Promise<void>;
  kill(id: string, options?: { signal?: string }): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  /** Changes limits and the restart policy of what is there already; answers the engine's warnings. */
  update(id: string, limits: ContainerLimits): Promise<readonly string[]>;
  remove(id: string, options?: { force?: boolean; removeAnonymousVolumes?: boolean }): Promise<void>;
  /** Bytes that the container itself has written, by id: costly, so asked for only where it is shown. */
  sizes(ids: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, number>>;
  /** What it takes, once a second, until it ends or the signal aborts. */
  stats(id: string, signal: AbortSignal): AsyncIterable<ContainerStats>;
  logs(id: string, options: LogOptions, signal: AbortSignal): AsyncIterable<LogChunk>;
  exec(id: string, options: ExecOptions): Promise<TerminalSession>;
  attach(id: string, options: AttachOptions): Promise<TerminalSession>;
  /** What would make another container like this one, its volumes included: for `create`. */
  definition(id: string, signal?: AbortSignal): Promise<CreateContainerOptions>;
  top(id: string, signal?: AbortSignal): Promise<ProcessList>;
  /** Resolves with the exit code when the container has ended, at once when it does not run; or when it is removed. */
  wait(id: string, signal: AbortSignal, options?: { until?: 'stopped' | 'removed' }): Promise<number>;
  /** Makes an image of the container's files and configuration; answers its id. */
  commit(id: string, options: CommitOptions, signal: AbortSignal): Promise<string>;
  changes(id: string, signal?: AbortSignal): Promise<FileChange[]>;
  /** All files as one tar archive, without the volumes. */
  export(id: string, signal: AbortSignal): AsyncIterable<Uint8Array>;
  /** What stands at an absolute path, running or not; `undefined` when nothing does. */
  stat(id: string, path: string, signal?: AbortSignal): Promise<FileStat | undefined>;
  /** A file, or a folder with all in it, as a tar archive whose paths begin with its name. Running or not. */
  readArchive(id: string, path: string, signal: AbortSignal): AsyncIterable<Uint8Array>;
  /** Unpacks a tar archive into a folder that is there. Running or not. */
  writeArchive(id: string, upload: ArchiveUpload, signal: AbortSignal): Promise<void>;
}

export interface ArchiveUpload {
  /** The folder in the container. */
  readonly folder: string;
  readonly tar: AsyncIterable<Uint8Array>;
}

export interface ListContainersOptions {
  /** Only these; all when absent. */
  readonly ids?: readonly string[];
  readonly labels?: readonly string[];
}

export interface CreatedContainer {
  readonly id: string;
  readonly warnings: readonly string[];
}

export interface CreateContainerOptions extends ContainerLimits {
  readonly image: string;
  readonly name?: string;
  /** Absent: the image's own. */
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly env?: readonly string[];
  readonly ports?: readonly PortBinding[];
  /** `source:target[:options]`, as `docker run --volume`. */
  readonly volumes?: readonly string[];
  readonly workingDirectory?: string;
  readonly user?: string;
  readonly labels?: Labels;
  /** `--rm`. */
  readonly autoRemove?: boolean;
  /** A terminal and an open standard input. */
  readonly interactive?: boolean;
  /** A network's name, `host`, `none` or `container:<id>`; the engine's own bridge when absent. */
  readonly network?: string;
  /** What `definition` told of another container and this has no name for: taken over as it is. */
  readonly like?: ContainerDefinition;
}

export interface LogOptions {
  readonly follow: boolean;
  readonly timestamps?: boolean;
  /** The last n lines; all when absent. */
  readonly tail?: number;
  /** Milliseconds since the epoch. */
  readonly since?: number;
  readonly until?: number;
}

export interface LogChunk {
  readonly stream: 'stdout' | 'stderr';
  readonly data: Uint8Array;
}

export interface ExecOptions {
  readonly command: readonly string[];
  readonly user?: string;
  readonly workingDirectory?: string;
  readonly env?: readonly string[];
  readonly terminal: boolean;
  readonly size?: TerminalSize;
}

export interface AttachOptions {
  /** `ctrl-p,ctrl-q` when absent. */
  readonly detachKeys?: string;
  /** Replay what was written before. */
  readonly logs?: boolean;
  readonly size?: TerminalSize;
}

export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

/** A live connection to a process in a container: bytes out, bytes in, a size, an end. */
export interface TerminalSession {
  /** Ends when the process ends or the connection is closed; throws `EngineError` `lost` when it breaks. */
  readonly output: AsyncIterable<Uint8Array>;
  write(data: Uint8Array | string): void;
  /** Ends the input, as Ctrl-D does; output goes on. */
  endInput(): void;
  resize(size: TerminalSize): Promise<void>;
  /** After the end of `output`: the process's exit code, `undefined` while it still runs (detached). */
  exitCode(): Promise<number | undefined>;
  /** Closes the connection and leaves the process as it is. */
  close(): void;
}

export interface ImageOperations {
  list(signal?: AbortSignal): Promise<Image[]>;
  inspect(reference: string, signal?: AbortSignal): Promise<Readonly<Record<string, unknown>>>;
  defaults(reference: string, signal?: AbortSignal): Promise<ImageDefaults>;
  history(reference: string, signal?: AbortSignal): Promise<Layer[]>;
  /** The platforms that the engine has of it; one, for an engine that keeps one of each image. */
  platforms(reference: string, signal?: AbortSignal): Promise<ImagePlatform[]>;
  /** What the registry has under a name now: the engine asks it. */
  remote(reference: string, options: TransferOptions, signal?: AbortSignal): Promise<RemoteImage>;
  tag(reference: string, target: { repository: string; tag: string }): Promise<void>;
  /** Takes a tag away, or with an id or the last tag deletes the image. Never forced unless asked. */
  remove(reference: string, options?: { force?: boolean }): Promise<ImageRemoval>;
  pull(reference: string, options: TransferOptions, signal: AbortSignal): AsyncIterable<TransferEvent>;
  /** `reference` must carry a tag: the engine would push every tag otherwise. */
  push(reference: string, options: TransferOptions, signal: AbortSignal): AsyncIterable<TransferEvent>;
  /** Bytes that no other image shares, by image id (`/system/df`): costly, so asked for only where it is shown. */
  uniqueSizes(signal?: AbortSignal): Promise<ReadonlyMap<string, number>>;
  /** Images with their names as one tar archive, for `load`. */
  save(references: readonly string[], signal: AbortSignal): AsyncIterable<Uint8Array>;
  /** Takes in what `save` has written; answers the names (ids of those without one). */
  load(tar: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<readonly string[]>;
  /** Makes an image of a tar archive of files; answers its id. */
  import(tar: AsyncIterable<Uint8Array>, options: ImportOptions, signal: AbortSignal): Promise<string>;
  /** Searches Docker Hub: the engine asks it, so it is for when a person does. */
  search(term: string, options?: { limit?: number }, signal?: AbortSignal): Promise<FoundImage[]>;
}

export interface ImageRemoval {
  readonly untagged: readonly string[];
  readonly deleted: readonly string[];
}

/** Held in memory only. Never logged. */
export interface RegistryCredentials {
  readonly serverAddress: string;
  readonly username?: string;
  readonly password?: string;
  readonly identityToken?: string;
}

export interface TransferOptions {
  readonly credentials?: RegistryCredentials;
  /** `linux/arm64`. */
  readonly platform?: string;
}

/**
 * Progress of a pull or push. `layer` events repeat per layer (`current` may exceed `total`; `total` may be absent);
 * `done` comes last and once. A failure is thrown, not sent.
 */
export type TransferEvent =
  | {
      readonly kind: 'layer';
      readonly id: string;
      readonly status: string;
      readonly current?: number;
      readonly total?: number;
    }
  | { readonly kind: 'status'; readonly text: string }
  | { readonly kind: 'done'; readonly digest?: string; readonly size?: number };

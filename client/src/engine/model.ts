/**
 * What an engine holds, in our own words: Docker's terms, sizes in bytes, times in milliseconds since the epoch,
 * no field that is sometimes a string. The adapter translates; nothing else sees the engine's own records.
 */

export type ContainerState = 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';
export type Health = 'none' | 'starting' | 'healthy' | 'unhealthy';
export type Labels = Readonly<Record<string, string>>;

export interface PortBinding {
  readonly containerPort: number;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
  /** Absent when the port is exposed but not published. */
  readonly hostPort?: number;
  readonly hostIp?: string;
}

export interface Mount {
  readonly type: string;
  /** The volume's name, for `type` volume. */
  readonly name?: string;
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
}

export interface NetworkAttachment {
  readonly name: string;
  readonly id: string;
  readonly ipv4?: string;
  readonly ipv6?: string;
}

export interface Container {
  /** 64 hexadecimal digits. */
  readonly id: string;
  /** Without the engine's leading slash. */
  readonly name: string;
  /** The image as it was named when the container was made. */
  readonly image: string;
  readonly imageId: string;
  readonly command: string;
  readonly createdAt: number;
  readonly state: ContainerState;
  /** The engine's own words: `Up 3 minutes (healthy)`, `Exited (137) 2 hours ago`. */
  readonly status: string;
  /** When it came into this state, as exactly as `status` and the events tell. Set by the store, absent in a list. */
  readonly since?: number;
  readonly health: Health;
  /** Of a stopped container. */
  readonly exitCode?: number;
  readonly ports: readonly PortBinding[];
  readonly mounts: readonly Mount[];
  readonly networks: readonly NetworkAttachment[];
  readonly labels: Labels;
}

export interface Image {
  /** `sha256:` and 64 hexadecimal digits. */
  readonly id: string;
  /** `repository:tag`, sorted; empty for a dangling image. */
  readonly tags: readonly string[];
  /** `repository@sha256:…`. */
  readonly digests: readonly string[];
  readonly createdAt: number;
  readonly size: number;
  readonly labels: Labels;
  /** No tag and no digest leads to it. */
  readonly dangling: boolean;
}

export interface Volume {
  /** Its name is its id. */
  readonly name: string;
  readonly driver: string;
  /** Where the engine keeps its files, on the engine's machine. */
  readonly mountpoint: string;
  /** `local`, or `global` in a Swarm. */
  readonly scope: string;
  /** Absent where the driver does not tell. */
  readonly createdAt?: number;
  readonly labels: Labels;
  /** Of the driver: `type=nfs`, `device=…`. */
  readonly options: Labels;
  /** Made by the engine for a container that named none: nobody knows it by its name. */
  readonly anonymous: boolean;
}

export interface Network {
  /** 64 hexadecimal digits, in a Swarm 25 letters and digits. */
  readonly id: string;
  readonly name: string;
  readonly driver: string;
  readonly scope: string;
  readonly createdAt: number;
  readonly subnets: readonly Subnet[];
  /** Without a way out. */
  readonly internal: boolean;
  readonly attachable: boolean;
  readonly ipv6: boolean;
  /** The engine's own (`bridge`, `host`, `none`): it cannot be removed. */
  readonly builtIn: boolean;
  readonly labels: Labels;
  readonly options: Labels;
}

export interface Subnet {
  /** `172.18.0.0/16`. */
  readonly subnet: string;
  readonly gateway?: string;
}

/** What everything takes on the engine's disk, in bytes (`docker system df -v`). */
export interface DiskUsage {
  /** When it was added up. */
  readonly at: number;
  /** Of all images together, each shared layer once. */
  readonly layersSize: number;
  readonly images: readonly ImageUsage[];
  readonly containers: readonly ContainerUsage[];
  readonly volumes: readonly VolumeUsage[];
  readonly buildCache: readonly BuildCacheUsage[];
}

export interface ImageUsage {
  readonly image: Image;
  /** Of its size, what other images have too; absent when the engine did not compute it. */
  readonly sharedSize?: number;
  /** How many containers are made of it. */
  readonly containers: number;
}

export interface ContainerUsage {
  readonly container: Container;
  /** What it has written itself. */
  readonly size: number;
}

export interface VolumeUsage {
  readonly volume: Volume;
  /** Absent when its driver does not tell. */
  readonly size?: number;
  /** How many containers use it. */
  readonly references: number;
}

export interface BuildCacheUsage {
  readonly id: string;
  /** `regular`, `source.local`, `exec.cachemount`, `frontend`, `internal`. */
  readonly type: string;
  readonly description: string;
  /** Ids of the records that it is built on. */
  readonly parents: readonly string[];
  readonly inUse: boolean;
  /** An image has the same data: to remove it frees nothing. */
  readonly shared: boolean;
  readonly size: number;
  readonly createdAt: number;
  readonly lastUsedAt?: number;
}

/** One line of `docker history`, newest first. */
export interface Layer {
  readonly id?: string;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly size: number;
  readonly comment: string;
  readonly tags: readonly string[];
}

export type EngineObjectType =
  | 'container'
  | 'image'
  | 'network'
  | 'volume'
  | 'daemon'
  | 'builder'
  | 'plugin'
  | 'service'
  | 'node'
  | 'secret'
  | 'config';

/** One message of the event stream. `id` is the object's id, for an image also its name; `time` in milliseconds. */
export interface EngineEvent {
  readonly type: EngineObjectType;
  /** `start`, `die`, `health_status: healthy`, … */
  readonly action: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly time: number;
}

export interface EngineVersion {
  readonly version: string;
  /** The API version that is spoken, `1.41`. */
  readonly apiVersion: string;
  readonly os: string;
  readonly arch: string;
}

/** What `inspect` of an image tells of how it wants to be run. */
export interface ImageDefaults {
  readonly exposedPorts: readonly Pick<PortBinding, 'containerPort' | 'protocol'>[];
  readonly volumes: readonly string[];
  readonly env: readonly string[];
  readonly command: readonly string[];
  readonly entrypoint: readonly string[];
  readonly workingDirectory: string;
  readonly user: string;
}

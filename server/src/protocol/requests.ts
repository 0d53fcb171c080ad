import type { Range } from 'vscode-languageserver-types';

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
  /** What can be run from a compose file; the text is sent along, so that the file need not be open. */
  'gantry/composeOutline': {
    readonly params: { readonly uri: string; readonly text: string };
    readonly result: ComposeOutline;
  };
  /** A service of a compose file as a `docker run`; `null` when there is none of that name. */
  'gantry/composeRunLine': {
    readonly params: { readonly uri: string; readonly text: string; readonly service: string };
    readonly result: RunLine | null;
  };
  /** What a compose file's project comes to after all merging; null where that cannot be told. */
  'gantry/composeConfig': {
    readonly params: { readonly uri: string; readonly text: string };
    readonly result: EffectiveConfig | null;
  };
}

/** A service as a `docker run`. */
export interface RunLine {
  /** For a POSIX shell; absent when the service has neither an image nor a build. */
  readonly line?: string;
  /** The keys that `docker run` has nothing for. */
  readonly leftOut: readonly string[];
}

/** The requests that the server asks of the client, when its initialization options say `images: true`. */
export interface ClientRequests {
  /** At most so many local images of the engine, the newest first; empty when there is none, or it is not connected. */
  'gantry/images': { readonly params: { readonly limit: number }; readonly result: readonly LocalImage[] };
  /** A local image by any reference to it. */
  'gantry/image': { readonly params: { readonly reference: string }; readonly result: ImageDetails | null };
  /**
   * What is at hand of the images that a file names; those that nothing is known of are left out. Connects to no engine, and
   * asks no registry.
   */
  'gantry/imagesInUse': {
    readonly params: { readonly references: readonly string[] };
    readonly result: readonly ImageInUse[];
  };
  /** What the engine has of what a compose project counts on; null unless one is connected. Connects to none. */
  'gantry/engineFacts': { readonly params: EngineQuestion; readonly result: EngineFacts | null };
  /** The tags that the repository's registry has; empty unless the person has allowed to ask it. */
  'gantry/tags': { readonly params: { readonly repository: string }; readonly result: readonly string[] };
}

/** The client's command behind the completion that fetches tags; its one argument is the repository. */
export const fetchTagsCommand = 'gantry.dockerfile.fetchTags';

/** Names as the engine has them, and ports of its machine. */
export interface EngineQuestion {
  readonly volumes: readonly string[];
  readonly networks: readonly string[];
  readonly ports: readonly number[];
}

/** Of what was asked for, what is there. */
export interface EngineFacts {
  readonly volumes: readonly string[];
  readonly networks: readonly string[];
  /** By running containers. */
  readonly taken: readonly TakenPort[];
}

export interface TakenPort {
  readonly port: number;
  readonly protocol: string;
  /** Empty for all addresses. */
  readonly hostIp: string;
  /** Its name. */
  readonly container: string;
  /** The container's compose project; empty when it is of none. */
  readonly project: string;
}

export interface LocalImage {
  /** `nginx:1.27`, `ghcr.io/acme/app:2`. */
  readonly reference: string;
  /** In bytes. */
  readonly size: number;
  /** ISO 8601. */
  readonly created: string;
}

/** What is at hand of an image that a file names. */
export interface ImageInUse {
  /** As it was asked for. */
  readonly reference: string;
  /** What the engine has under the same repository, the newest image first. */
  readonly tags: readonly LocalTag[];
  /** The tags that the person had its registry asked for, the newest version first. */
  readonly published: readonly string[];
  /** The image that the reference leads to, by its digest if it has one; absent when it is not there. */
  readonly image?: ImageConfiguration;
}

export interface LocalTag {
  readonly tag: string;
  /** The image's id: tags of the same image have the same. */
  readonly id: string;
  /** `sha256:…`, as the tag's repository has it; empty for an image that was built here. */
  readonly digests: readonly string[];
  /** ISO 8601. */
  readonly created: string;
}

/** What a build takes over from an image. */
export interface ImageConfiguration {
  readonly id: string;
  /** ISO 8601. */
  readonly created: string;
  /** Names only: values may be secret. */
  readonly env: readonly string[];
  /** Empty for root, as a rule. */
  readonly user: string;
  /** Empty when none was set. */
  readonly workdir: string;
  /** The words of its `SHELL`; empty when none was set. */
  readonly shell: readonly string[];
}

/** What an image's configuration says. */
export interface ImageDetails extends LocalImage {
  readonly id: string;
  /** `name@sha256:…`, one per registry it was pulled from. */
  readonly digests: readonly string[];
  readonly platform: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The newest last; sizes in bytes. */
  readonly layers: readonly { readonly command: string; readonly size: number }[];
  /** Names only: values may be secret. */
  readonly env: readonly string[];
  readonly user: string;
  readonly workdir: string;
  readonly ports: readonly string[];
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
  /** The index of the earlier stage that it continues; absent when its base is an image. */
  readonly parent?: number;
  /** What it says itself that it listens on, `80`, `53/udp`, with the variables that have no value; absent when nothing. */
  readonly ports?: readonly string[];
}

export interface ArgOutline {
  readonly name: string;
  /** As written; absent when the line gives none. */
  readonly default?: string;
  /** The index of the stage that declares it; absent before the first FROM. */
  readonly stage?: number;
  readonly line: number;
  /** It has no default, and what follows is not made for an empty value. */
  readonly required?: true;
}

/** A merged project, as YAML. */
export interface EffectiveConfig {
  readonly text: string;
  /** Where each line of the text comes from; null for what no file says. */
  readonly lines: readonly (ConfigOrigin | null)[];
}

export interface ConfigOrigin {
  readonly uri: string;
  readonly range: Range;
}

/** A project and its services, merged over all its files. A text whose variables have no value is as written. */
export interface ComposeOutline {
  /** The project's, as compose names it unless it is told another. */
  readonly name: string;
  /** URIs of the compose files that the project is read from, in the order in which they are merged. */
  readonly files: readonly string[];
  readonly services: readonly ServiceOutline[];
}

export interface ServiceOutline {
  readonly name: string;
  /** Of the name, in the file that was asked for where that says something of it. */
  readonly range: Range;
  /** The file of the range, where it is another one. */
  readonly uri?: string;
  readonly image?: string;
  readonly hasBuild: boolean;
  readonly profiles: readonly string[];
  readonly dependsOn: readonly string[];
  readonly networks: readonly string[];
  /** Those with a name. */
  readonly volumes: readonly string[];
  /** Those that are published on a port of the host that the file gives; both may be ranges. */
  readonly ports: readonly PublishedPort[];
}

export interface PublishedPort {
  readonly hostIp?: string;
  readonly published: string;
  readonly target: string;
  /** `tcp` when the file says nothing. */
  readonly protocol: string;
}

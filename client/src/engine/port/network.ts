import type { Labels, Network, Subnet } from '../model.ts';

export interface CreateNetworkOptions {
  readonly name: string;
  /** `bridge` when absent. */
  readonly driver?: string;
  /** The engine chooses when there is none. `ipRange` is the part of it that addresses are given out of. */
  readonly subnets?: readonly (Subnet & { readonly ipRange?: string })[];
  /** Nothing outside can be reached. */
  readonly internal?: boolean;
  /** Containers can be connected by hand, for Swarm's networks. */
  readonly attachable?: boolean;
  readonly ipv6?: boolean;
  readonly options?: Readonly<Record<string, string>>;
  readonly labels?: Labels;
}

export interface ConnectOptions {
  /** Further names of the container in this network. */
  readonly aliases?: readonly string[];
  readonly ipv4?: string;
  readonly ipv6?: string;
}

export interface NetworkOperations {
  list(signal?: AbortSignal): Promise<Network[]>;
  inspect(id: string, signal?: AbortSignal): Promise<Readonly<Record<string, unknown>>>;
  create(options: CreateNetworkOptions, signal?: AbortSignal): Promise<{ id: string; warning: string }>;
  connect(id: string, container: string, options?: ConnectOptions): Promise<void>;
  disconnect(id: string, container: string, options?: { force?: boolean }): Promise<void>;
  /** Throws `conflict` while a running container is connected, and for the built-in ones. */
  remove(id: string): Promise<void>;
}

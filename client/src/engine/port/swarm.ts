import type { RegistryCredentials } from '../engine.ts';
import type { Labels } from '../model.ts';

/** A Swarm as one of its managers tells it. */
export interface Swarm {
  readonly nodes: readonly SwarmNode[];
  readonly services: readonly SwarmService[];
  readonly secrets: readonly SwarmObject[];
  readonly configs: readonly SwarmObject[];
}

export interface SwarmNode {
  readonly id: string;
  readonly hostname: string;
  readonly role: 'manager' | 'worker';
  readonly leader: boolean;
  /** `active`, `pause`, `drain`. */
  readonly availability: string;
  /** `ready`, `down`, `unknown`, `disconnected`. */
  readonly state: string;
  readonly address: string;
  readonly engineVersion: string;
  readonly platform: string;
}

export interface SwarmService {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  /** `replicated` and `replicated-job` have a number of replicas, `global` and `global-job` one task on each node. */
  readonly mode: string;
  /** Of a replicated service: how many there should be. */
  readonly replicas?: number;
  readonly running: number;
  readonly desired: number;
  readonly ports: readonly string[];
  readonly labels: Labels;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** How the last update goes: `updating`, `completed`, `paused`, `rollback_started`, …; absent without one. */
  readonly update?: string;
}

/** A secret or a config, of which only the name is known here. */
export interface SwarmObject {
  readonly type: 'secret' | 'config';
  readonly id: string;
  readonly name: string;
  readonly labels: Labels;
  readonly createdAt: number;
}

/** One attempt to run a service's container on a node. */
export interface SwarmTask {
  readonly id: string;
  /** Absent for a task of a global service. */
  readonly slot?: number;
  readonly nodeId: string;
  /** `running`, `preparing`, `failed`, `shutdown`, … */
  readonly state: string;
  readonly desiredState: string;
  readonly message: string;
  /** Empty when nothing went wrong. */
  readonly error: string;
  /** When it came into this state. */
  readonly since: number;
  readonly image: string;
  readonly containerId: string;
}

/** What can be asked of an engine that is a manager. */
export interface SwarmOperations {
  /** `undefined` when the engine is no manager of a Swarm. */
  read(signal?: AbortSignal): Promise<Swarm | undefined>;
  /** Of a service, the newest of each slot first. */
  tasks(service: string, signal?: AbortSignal): Promise<SwarmTask[]>;
  scale(service: string, replicas: number): Promise<void>;
  /** Rolls another image out, as `docker service update --image`. */
  updateImage(service: string, image: string, credentials?: RegistryCredentials): Promise<void>;
  /** The lines of all tasks, each with the id of its own. */
  logs(service: string, options: { tail: number; signal: AbortSignal }): AsyncIterable<ServiceLine>;
  remove(type: 'service' | 'secret' | 'config', id: string): Promise<void>;
}

export interface ServiceLine {
  readonly task: string;
  readonly text: string;
}

import { Connection } from './connection.ts';
import type { Disposable } from '../lifecycle.ts';
import { configFolder, resolveEndpoint, type EndpointOptions } from './endpoint/resolve.ts';
import { watchConfig } from './endpoint/watchConfig.ts';
import type { Endpoint } from './engine.ts';
import { EngineError, isCancelled, unreachableKinds } from './error.ts';
import type { HeartbeatTimes } from './stream/heartbeat.ts';
import { connectionError } from './transport/failure.ts';

/** What an engine's client is made from. */
export interface EngineOptions extends EndpointOptions {
  /** How often an engine with an open event stream is asked whether it is there; twice a minute unless told otherwise. */
  readonly heartbeat?: HeartbeatTimes;
}

/**
 * The present connection: opened on first use, kept while it works, opened anew (settings, environment and context
 * files read again) after `reset()` and after a failure that says the engine is not there.
 */
export class Connections {
  readonly log: EndpointOptions['log'];
  readonly heartbeat: HeartbeatTimes | undefined;
  readonly #options: EngineOptions;
  #current: Promise<Connection> | undefined;
  #watch: Disposable | undefined;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.log = options.log;
    this.heartbeat = options.heartbeat;
  }

  async endpoint(): Promise<Endpoint> {
    return (await this.#connection()).endpoint;
  }

  /** Runs one task on the present connection. */
  async use<T>(task: (connection: Connection) => Promise<T>): Promise<T> {
    const { connection, fail } = await this.take();
    try {
      return await task(connection);
    } catch (error) {
      throw fail(error);
    }
  }

  /**
   * For tasks that go on after their first answer: `fail` says what to throw, and gives the connection up if the engine is
   * gone. That one exchange broke off does not say so, unless it is the one that watches (`lostIsGone`).
   */
  async take({ lostIsGone = false }: { readonly lostIsGone?: boolean } = {}): Promise<{
    connection: Connection;
    fail: (error: unknown) => Error;
  }> {
    const current = this.#connection();
    const connection = await current;
    const fail = (error: unknown): Error => {
      if (isCancelled(error)) return error as Error;
      const known = connectionError(error, connection.endpoint);
      const isGone = unreachableKinds.has(known.kind) && (known.kind !== 'lost' || lostIsGone);
      if (isGone && this.#current === current) this.reset();
      return known;
    };
    return { connection, fail };
  }

  reset(): void {
    this.#watch?.dispose();
    this.#watch = undefined;
    const current = this.#current;
    this.#current = undefined;
    current?.then(
      (connection) => {
        connection.dispose();
      },
      () => {},
    );
  }

  #connection(): Promise<Connection> {
    this.#current ??= this.#open();
    return this.#current;
  }

  async #open(): Promise<Connection> {
    try {
      const endpoint = await resolveEndpoint(this.#options);
      this.log.debug(`Engine at ${endpoint.host} (from ${endpoint.source}, context ${endpoint.context}).`);
      const connection = new Connection(endpoint);
      this.#follow(endpoint);
      return connection;
    } catch (error) {
      this.#current = undefined;
      if (error instanceof EngineError) throw error;
      throw new EngineError('context', `The engine's address cannot be found: ${String(error)}`, { cause: error });
    }
  }

  /** `docker context use` in a terminal is a change of the engine here too. */
  #follow(endpoint: Endpoint): void {
    if (endpoint.source === 'setting' || endpoint.source === 'DOCKER_HOST') return;
    this.#watch?.dispose();
    this.#watch = watchConfig(configFolder(this.#options), () => {
      void this.#compare(endpoint);
    });
  }

  async #compare(before: Endpoint): Promise<void> {
    const now = await resolveEndpoint(this.#options).catch(() => undefined);
    if (now?.host !== before.host || now.context !== before.context) this.reset();
  }
}

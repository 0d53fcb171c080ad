import type { IncomingMessage } from 'node:http';
import type { Connections } from '../connections.ts';
import type { EventOptions } from '../engine.ts';
import { EngineError } from '../error.ts';
import type { EngineEvent } from '../model.ts';
import { toEvent } from '../translate/event.ts';
import { record, text } from '../translate/read.ts';
import { startHeartbeat, type HeartbeatTimes } from './heartbeat.ts';
import { NdjsonReader } from './ndjson.ts';

/**
 * The actions that change what we show. Asked for by name, because an engine sends three `exec_*` events for every run
 * of every health check.
 */
const actions =
  'create start restart pause unpause stop kill oom die destroy rename update health_status commit attach detach delete import load pull push tag untag prune connect disconnect remove mount unmount reload enable disable install'.split(
    ' ',
  );

/** An engine that is gone without a word is found out by asking; behind a socket of this machine there may be a tunnel too. */
const usual: HeartbeatTimes = { interval: 30_000, timeout: 10_000 };

/** The engine's event stream, see the port. Never makes the engine wait: it drops events that nobody takes off its hands. */
export async function* watchEvents(
  connections: Connections,
  options: EventOptions,
  signal: AbortSignal,
): AsyncGenerator<EngineEvent, void, undefined> {
  if (signal.aborted) return;
  const { connection, fail } = await connections.take({ lostIsGone: true });
  const closed = AbortSignal.any([signal, connection.closed]);
  const queue = new EventQueue();
  try {
    const docker = await connection.routes();
    const filters = { event: actions, ...(options.types && { type: options.types }) };
    const response = (await docker.getEvents({
      filters: JSON.stringify(filters),
      abortSignal: closed,
    })) as IncomingMessage;
    queue.fill(response, (line) => {
      // Its labels may hold what is no log's business.
      connections.log.warn(`An event was left out: its ${line.length} characters cannot be read.`);
      options.onUnreadable?.();
    });
    const { interval, timeout } = connections.heartbeat ?? usual;
    const heartbeat = startHeartbeat({
      interval,
      ask: () => connection.ping(timeout),
      onSilent: (error) => {
        queue.fail(error);
      },
    });
    try {
      options.onOpen?.();
      yield* queue.events();
    } finally {
      heartbeat.dispose();
      response.destroy();
    }
    throw new EngineError('lost', `The engine at ${connection.endpoint.host} has ended its event stream.`);
  } catch (error) {
    if (signal.aborted) return;
    if (connection.closed.aborted) throw new EngineError('lost', 'The engine has been changed.', { cause: error });
    throw fail(error);
  }
}

/** Between the connection, which is read as fast as the engine writes, and the reader, which takes its time. */
class EventQueue {
  readonly #waiting: EngineEvent[] = [];
  #end: { readonly error?: unknown } | undefined;
  #wake = (): void => {};

  fill(response: IncomingMessage, onBad: (line: string) => void): void {
    const reader = new NdjsonReader(onBad);
    response.on('data', (chunk: Buffer) => {
      for (const value of reader.push(chunk)) {
        const event = toEvent(value);
        if (event) this.#waiting.push(event);
        else if (text(record(value)['Type']) === '') onBad(JSON.stringify(value));
      }
      this.#wake();
    });
    response.on('error', (error) => {
      this.fail(error);
    });
    response.on('close', () => {
      this.#end ??= {};
      this.#wake();
    });
  }

  fail(error: unknown): void {
    this.#end ??= { error };
    this.#wake();
  }

  async *events(): AsyncGenerator<EngineEvent, void, undefined> {
    for (;;) {
      yield* this.#waiting.splice(0);
      if (this.#waiting.length > 0) continue;
      if (this.#end) {
        if ('error' in this.#end) throw this.#end.error;
        return;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

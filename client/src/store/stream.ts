import type { Clock } from '../clock.ts';
import type { Endpoint, Engine } from '../engine/engine.ts';
import { EngineError } from '../engine/error.ts';
import type { EngineEvent, EngineVersion } from '../engine/model.ts';
import { watchedTypes } from './affected.ts';

/** How long an engine may take to accept the stream of its events before it counts as silent, in milliseconds. */
const patience = 20_000;

export interface Stream {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly endpoint: Endpoint;
  /** The engine listens and no event after this is missed. */
  readonly onOpen: (connected: Connected) => void;
  readonly onEvent: (event: EngineEvent) => void;
  /** Something happened, and what it was cannot be read. */
  readonly onUnreadable: () => void;
}

export interface Connected {
  readonly endpoint: Endpoint;
  readonly version: EngineVersion;
  /** Aborts when this connection ends. */
  readonly signal: AbortSignal;
  /** Ends this connection with this error; the next attempt follows. */
  readonly fail: (error: EngineError) => void;
}

/** Holds one stream of events open, from the attempt to its end; always throws what ended it. */
export async function holdStream(stream: Stream, outer: AbortSignal): Promise<never> {
  const { engine, clock, endpoint, onOpen, onEvent, onUnreadable } = stream;
  const connection = new AbortController();
  const { signal } = connection;
  const fail = (error: unknown): void => {
    connection.abort(error);
  };
  const ended = (): void => {
    fail(outer.reason);
  };
  outer.addEventListener('abort', ended, { once: true });
  const timer = clock.after(patience, () => {
    const cause = Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' });
    fail(new EngineError('not-running', `The engine at ${endpoint.host} does not answer.`, { cause }));
  });
  try {
    const version = await engine.version(signal);
    const opened = (): void => {
      timer.dispose();
      if (!signal.aborted) onOpen({ endpoint, version, signal, fail });
    };
    for await (const event of engine.events({ types: watchedTypes, onOpen: opened, onUnreadable }, signal)) {
      if (signal.aborted) break;
      onEvent(event);
    }
    throw new EngineError('lost', `The engine at ${endpoint.host} has closed the connection.`);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    timer.dispose();
    outer.removeEventListener('abort', ended);
    connection.abort();
  }
}

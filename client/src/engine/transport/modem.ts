import type { IncomingMessage } from 'node:http';
import type { Duplex, Readable } from 'node:stream';
import type { HttpRequest, Query } from './http.ts';

/** What dockerode's routes hand to their modem (docker-modem 5's `dial`). */
export interface DialOptions {
  /** Ends with `?` when the options belong into the query. */
  readonly path: string;
  readonly method: HttpRequest['method'];
  readonly options?: Readonly<Record<string, unknown>> | null;
  readonly file?: Readable;
  readonly abortSignal?: AbortSignal;
  readonly authconfig?: object;
  readonly isStream?: boolean;
  readonly hijack?: boolean;
}

type DialCallback = (error: unknown, result: unknown) => void;

/** What the modem sends by: adds the API version's prefix to the path. */
export interface Sender {
  send(request: HttpRequest): Promise<IncomingMessage>;
  read(request: HttpRequest): Promise<unknown>;
  hijack(request: HttpRequest): Promise<Duplex>;
}

/**
 * Stands in for docker-modem under dockerode's routes. Unlike it: reads no environment, never mutates the caller's
 * options, sends a query or a body but not both (unless given as `_query` and `_body`), takes 304 for success and JSON
 * `null` for null, and rejects with `EngineError`.
 */
export class Modem {
  /** dockerode puts the promise class here that it should make its promises with. */
  Promise: PromiseConstructor = Promise;
  readonly #sender: () => Promise<Sender>;

  constructor(sender: () => Promise<Sender>) {
    this.#sender = sender;
  }

  dial(options: DialOptions, callback: DialCallback): void {
    void this.#answer(options, callback);
  }

  async #answer(options: DialOptions, callback: DialCallback): Promise<void> {
    let result: unknown;
    try {
      result = await this.#dial(options);
    } catch (error) {
      callback(error, null);
      return;
    }
    callback(null, result);
  }

  async #dial(options: DialOptions): Promise<unknown> {
    const request = toRequest(options);
    const sender = await this.#sender();
    if (options.hijack === true) return sender.hijack(request);
    return options.isStream === true ? sender.send(request) : sender.read(request);
  }
}

function toRequest(dial: DialOptions): HttpRequest {
  const { abortSignal: _signal, authconfig: _auth, hijack: _hijack, _query, _body, ...rest } = dial.options ?? {};
  const inQuery = dial.path.endsWith('?');
  const query = (_query ?? (inQuery && _body === undefined ? rest : undefined)) as Query | undefined;
  const body = _body ?? (!inQuery && dial.method === 'POST' && Object.keys(rest).length > 0 ? rest : undefined);
  return {
    method: dial.method,
    path: inQuery ? dial.path.slice(0, -1) : dial.path,
    ...(query && { query }),
    ...(dial.file ? { body: dial.file } : body !== undefined && { body: JSON.stringify(body) }),
    ...(dial.authconfig && { headers: { 'x-registry-auth': registryAuth(dial.authconfig) } }),
    signal: dial.abortSignal,
  };
}

/** The header's value: JSON in base64url *with* its padding; an engine takes an unpadded one for anonymous. */
export function registryAuth(config: object): string {
  return Buffer.from(JSON.stringify(config)).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}

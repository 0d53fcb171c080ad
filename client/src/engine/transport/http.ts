import http, { type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import https from 'node:https';
import type { Duplex, Readable } from 'node:stream';
import type { Endpoint } from '../engine.ts';
import { EngineError } from '../error.ts';
import type { Disposable } from '../../lifecycle.ts';
import { address, type Address } from './address.ts';
import { abortError, connectionError, responseError } from './failure.ts';

export type Query = Readonly<Record<string, string | number | boolean | object | undefined>>;

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  /** With the version prefix, without a query. */
  readonly path: string;
  /** Objects are sent as JSON; `undefined` is left out. */
  readonly query?: Query;
  readonly headers?: OutgoingHttpHeaders;
  /** Text is sent as JSON, a stream as a tar. */
  readonly body?: string | Readable;
  readonly signal?: AbortSignal | undefined;
}

/** How long a remote engine may take to accept a connection. A socket on this machine answers at once or not at all. */
const connectTimeout = 10_000;

/** How long a connection is kept that nobody uses, here and over a network, in milliseconds. */
const idle = { local: 10_000, remote: 60_000 };

/** Sends requests to one endpoint over kept-alive connections. Throws `EngineError` and the signal's `AbortError` only. */
export class HttpConnection implements Disposable {
  readonly endpoint: Endpoint;
  readonly #address: Address;
  readonly #agent: http.Agent;

  constructor(endpoint: Endpoint) {
    this.endpoint = endpoint;
    this.#address = address(endpoint);
    const timeout = this.#address.remote ? idle.remote : idle.local;
    // For what is free only: a request that waits longer is told so, and nobody listens.
    const options = { keepAlive: true, maxFreeSockets: 4, scheduling: 'lifo', timeout } as const;
    this.#agent = this.#address.secure ? new https.Agent(options) : new http.Agent(options);
  }

  /** Resolves at the answer's headers, when it is a success (2xx or 304). The body must be read or destroyed. */
  async send(request: HttpRequest): Promise<IncomingMessage> {
    const { response } = await this.#exchange(request, {
      retry: request.method === 'GET' || request.method === 'HEAD',
    });
    if (isSuccess(response.statusCode)) return response;
    const failure = await failureOf(response, this.endpoint);
    throw isAborted(request.signal) ? abortError(request.signal) : failure;
  }

  /** Sends and reads the answer whole: parsed JSON, else its text; `undefined` for an empty one. */
  async read(request: HttpRequest): Promise<unknown> {
    const response = await this.send(request);
    const text = await bodyText(response, this.endpoint, request.signal);
    if (text === '') return undefined;
    try {
      return JSON.parse(text);
    } catch (error) {
      if (/json/i.test(response.headers['content-type'] ?? ''))
        throw new EngineError('failed', 'The engine sent broken JSON.', { cause: error });
      return text;
    }
  }

  /** Sends and takes the connection over: bytes both ways. The socket has an error listener, so a loss never escapes. */
  async hijack(request: HttpRequest, protocol = 'tcp'): Promise<Duplex> {
    const headers = { ...request.headers, connection: 'Upgrade', upgrade: protocol };
    const { response, socket } = await this.#exchange({ ...request, headers }, { retry: false });
    if (socket) return socket;
    if (!isSuccess(response.statusCode)) throw await failureOf(response, this.endpoint);
    response.destroy();
    throw new EngineError('unsupported', `${this.endpoint.host} does not hand over the connection (no HTTP upgrade).`);
  }

  dispose(): void {
    // In use stays in use: a terminal or a log outlives a change of the context.
    for (const sockets of Object.values(this.#agent.freeSockets)) for (const socket of sockets ?? []) socket.destroy();
  }

  async #exchange(request: HttpRequest, options: { retry: boolean }): Promise<Answer> {
    const { signal } = request;
    if (isAborted(signal)) throw abortError(signal);
    const outgoing = this.#open(request);
    try {
      return await settled(outgoing, request.body);
    } catch (error) {
      if (isAborted(signal)) throw abortError(signal);
      // A kept-alive connection may have been closed by the other side just when we took it.
      if (options.retry && outgoing.reusedSocket && isReset(error)) return this.#exchange(request, { retry: false });
      throw connectionError(error, this.endpoint);
    }
  }

  #open(request: HttpRequest): ClientRequest {
    const { secure, remote, ...target } = this.#address;
    const text = typeof request.body === 'string' ? Buffer.from(request.body) : undefined;
    const outgoing = (secure ? https : http).request({
      ...target,
      agent: this.#agent,
      method: request.method,
      path: request.path + queryString(request.query),
      headers: {
        host: target.host ?? 'docker',
        ...(text && { 'content-type': 'application/json' }),
        ...(text || (request.method !== 'GET' && request.body === undefined)
          ? { 'content-length': text?.length ?? 0 }
          : {}),
        ...(request.body !== undefined && !text && { 'content-type': 'application/x-tar' }),
        ...request.headers,
      },
      ...(request.signal && { signal: request.signal }),
    });
    outgoing.setNoDelay(true);
    if (remote) limitConnecting(outgoing);
    return outgoing;
  }
}

/** The answer's headers, and the connection when the engine has handed it over. */
interface Answer {
  readonly response: IncomingMessage;
  readonly socket?: Duplex;
}

function settled(outgoing: ClientRequest, body: HttpRequest['body']): Promise<Answer> {
  return new Promise((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      // Whoever reads the body sees its error; without this one an unread body would throw into the void.
      response.on('error', () => {});
      resolve({ response });
    });
    outgoing.on('upgrade', (response, socket, head) => {
      socket.on('error', () => {});
      if (head.length > 0) socket.unshift(head);
      resolve({ response, socket });
    });
    if (body === undefined || typeof body === 'string') {
      outgoing.end(body);
      return;
    }
    body.on('error', (error) => outgoing.destroy(error));
    body.pipe(outgoing);
  });
}

function limitConnecting(outgoing: ClientRequest): void {
  outgoing.on('socket', (socket) => {
    if (!socket.connecting) return;
    const timer = setTimeout(() => {
      outgoing.destroy(Object.assign(new Error('connect timed out'), { code: 'ETIMEDOUT' }));
    }, connectTimeout);
    const done = (): void => {
      clearTimeout(timer);
    };
    socket.once('connect', done).once('close', done);
  });
}

/** A streamed body, chunk by chunk at the reader's pace. Leaving the loop early closes the connection. */
export async function* bodyChunks(
  response: IncomingMessage,
  endpoint: Endpoint,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer, void, undefined> {
  try {
    for await (const chunk of response) yield chunk as Buffer;
  } catch (error) {
    if (isAborted(signal)) throw abortError(signal);
    throw connectionError(error, endpoint);
  }
}

async function bodyText(response: IncomingMessage, endpoint: Endpoint, signal?: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of bodyChunks(response, endpoint, signal)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function failureOf(response: IncomingMessage, endpoint: Endpoint): Promise<EngineError> {
  const text = await bodyText(response, endpoint).catch(() => '');
  return responseError(response.statusCode ?? 0, text);
}

function isSuccess(status: number | undefined): boolean {
  return status !== undefined && ((status >= 200 && status < 300) || status === 304);
}

function isAborted(signal: AbortSignal | undefined): signal is AbortSignal {
  return signal?.aborted === true;
}

function isReset(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

function queryString(query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    if (Array.isArray(value)) for (const item of value) parameters.append(name, String(item));
    else parameters.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What becomes of a request: `cut` after so many bytes of the answer, `silent` for ever, `answer` with these bytes, or `slow`, in pieces. */
export type Fault =
  | { readonly kind: 'cut'; readonly after: number }
  | { readonly kind: 'silent' }
  | { readonly kind: 'answer'; readonly bytes: string }
  | { readonly kind: 'slow'; readonly piece: number };

/** Stands between a client and an engine's socket, forwards, and fails as it is told. */
export interface FaultyProxy extends AsyncDisposable {
  /** `unix:///…/proxy.sock`. */
  readonly host: string;
  /** `GET /containers/json`, in the order they came, without the version's prefix and the query. */
  readonly requests: string[];
  /** Connections that clients hold open now. */
  readonly connections: number;
  /** Asked for each request from now on. */
  fault: (route: string) => Fault | undefined;
  /** Breaks off the connections whose last request is one of these; all of them when not told. */
  cut(isOne?: (route: string) => boolean): void;
  /** From now on nothing passes on the connections that are open, in neither direction, and nobody is told. */
  freeze(): void;
  /** As an engine that is killed: everything breaks off, its socket goes. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** An answer of HTTP with a body of JSON, be it sound or not. */
export function jsonAnswer(status: string, body: string): Fault {
  const head = `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}`;
  return { kind: 'answer', bytes: `${head}\r\n\r\n${body}` };
}

/** Starts a proxy before the socket at `upstream`. */
export async function startFaultyProxy(upstream: string): Promise<FaultyProxy> {
  const folder = await mkdtemp(join(tmpdir(), 'gantry-proxy-'));
  const proxy = new Proxy(upstream, folder);
  await proxy.start();
  return proxy;
}

class Proxy implements FaultyProxy {
  readonly host: string;
  readonly requests: string[] = [];
  fault: (route: string) => Fault | undefined = () => undefined;
  readonly #path: string;
  readonly #folder: string;
  readonly #upstream: string;
  readonly #links = new Set<Link>();
  #server: Server | undefined;

  constructor(upstream: string, folder: string) {
    this.#upstream = upstream;
    this.#folder = folder;
    this.#path = join(folder, 'proxy.sock');
    this.host = `unix://${this.#path}`;
  }

  get connections(): number {
    return this.#links.size;
  }

  cut(isOne: (route: string) => boolean = () => true): void {
    for (const link of this.#links) if (isOne(link.route)) link.close();
  }

  freeze(): void {
    for (const link of this.#links) link.freeze();
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => {
      server.close(resolve);
    });
    this.cut();
    await closed;
  }

  async start(): Promise<void> {
    const server = createServer({ allowHalfOpen: true }, (client) => {
      const link = new Link({
        client,
        upstream: connect({ path: this.#upstream, allowHalfOpen: true }),
        onRequest: (route) => {
          this.requests.push(route);
          return this.fault(route);
        },
        onClose: () => this.#links.delete(link),
      });
      this.#links.add(link);
    });
    this.#server = server;
    await new Promise<void>((resolve) => {
      server.listen(this.#path, resolve);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

interface LinkOptions {
  readonly client: Socket;
  readonly upstream: Socket;
  readonly onRequest: (route: string) => Fault | undefined;
  readonly onClose: () => void;
}

/** One client's connection and the one to the engine that belongs to it. */
class Link {
  /** Of the last request. */
  route = '';
  readonly #options: LinkOptions;
  #fault: Fault | undefined;
  #answered = 0;
  #frozen = false;

  constructor(options: LinkOptions) {
    this.#options = options;
    const { client, upstream } = options;
    client.on('data', (chunk: Buffer) => {
      this.#ask(chunk);
    });
    upstream.on('data', (chunk: Buffer) => {
      this.#answer(chunk);
    });
    client.on('end', () => {
      // Whoever is cut off from the other side cannot see its end, but closes its own side all the same.
      if (this.#isMute()) this.close();
      else upstream.end();
    });
    upstream.on('end', () => {
      if (!this.#isMute()) client.end();
    });
    for (const socket of [client, upstream]) socket.on('error', () => {});
    client.on('close', () => {
      upstream.destroy();
      options.onClose();
    });
    upstream.on('close', () => {
      if (!this.#isMute()) client.destroySoon();
    });
  }

  close(): void {
    this.#options.client.destroy();
    this.#options.upstream.destroy();
  }

  freeze(): void {
    this.#frozen = true;
  }

  #isMute(): boolean {
    return this.#frozen || this.#fault?.kind === 'silent';
  }

  #ask(chunk: Buffer): void {
    if (this.#frozen) return;
    const line = /^([A-Z]+) (?:\/v[\d.]+)?(\/[^\s?]*)\S* HTTP\/1\.1\r\n/.exec(chunk.toString('latin1'));
    if (line) {
      this.route = `${line[1] ?? ''} ${line[2] ?? ''}`;
      this.#fault = this.#options.onRequest(this.route);
      this.#answered = 0;
    }
    if (this.#fault?.kind === 'silent') return;
    if (this.#fault?.kind === 'answer') this.#options.client.write(this.#fault.bytes);
    else this.#options.upstream.write(chunk);
  }

  #answer(chunk: Buffer): void {
    const { client } = this.#options;
    if (this.#isMute()) return;
    const fault = this.#fault;
    if (fault?.kind === 'slow') {
      void this.#trickle(chunk, fault.piece);
      return;
    }
    if (fault?.kind !== 'cut') {
      client.write(chunk);
      return;
    }
    const rest = fault.after - this.#answered;
    this.#answered += chunk.length;
    if (chunk.length < rest) client.write(chunk);
    // Destroyed after what came before it has left.
    else client.write(chunk.subarray(0, Math.max(0, rest)), () => this.close());
  }

  async #trickle(chunk: Buffer, piece: number): Promise<void> {
    const { client, upstream } = this.#options;
    upstream.pause();
    for (let at = 0; at < chunk.length && !client.destroyed; at += piece) {
      client.write(chunk.subarray(at, at + piece));
      await new Promise(setImmediate);
    }
    upstream.resume();
  }
}

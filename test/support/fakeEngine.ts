import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;

/**
 * An engine that does as it is told, on a socket of its own: for what a real one cannot be brought to (event streams
 * that break off, records that cannot be read, slow and silent answers). Lists what it is given; everything else is a handler.
 */
export interface FakeEngine {
  /** `unix:///…/engine.sock`. */
  readonly host: string;
  /** The engine's own records, as `GET /containers/json` and `GET /images/json` answer. Change them as you like. */
  containers: unknown[];
  images: unknown[];
  volumes: unknown[];
  networks: unknown[];
  /** `GET /containers/json`, in the order they came, without the version prefix and the query. */
  readonly requests: string[];
  /** Answers a route another way from now on: `on('POST /containers/x/start', …)`; `undefined` takes that back. */
  on(route: string, handler: Handler | undefined): void;
  /** Sends an event (or a raw line) to every open event stream. */
  emit(event: object | string): void;
  /** Open event streams. */
  readonly subscribers: number;
  /** Breaks every open connection off, events included, and goes on listening. */
  breakConnections(): void;
  /** Stops listening and breaks everything off; `start` listens at the same address again. */
  stop(): Promise<void>;
  start(): Promise<void>;
  dispose(): Promise<void>;
}

/** A container's record as the engine lists it. */
export function containerRecord(name: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  const id = Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64);
  return {
    Id: id,
    Names: [`/${name}`],
    Image: 'busybox:latest',
    ImageID: `sha256:${'1'.repeat(64)}`,
    Command: 'sh',
    Created: 1_700_000_000,
    Ports: [],
    Labels: {},
    State: 'running',
    Status: 'Up 3 minutes',
    NetworkSettings: { Networks: {} },
    Mounts: [],
    ...more,
  };
}

/** An image's record as the engine lists it. */
export function imageRecord(tag: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    Id: `sha256:${Buffer.from(tag).toString('hex').padEnd(64, '0').slice(0, 64)}`,
    RepoTags: [tag],
    RepoDigests: null,
    Created: 1_700_000_000,
    Size: 1000,
    Labels: null,
    ...more,
  };
}

/** An event as the engine sends it. */
export function eventRecord(action: string, container: Record<string, unknown>): Record<string, unknown> {
  return {
    Type: 'container',
    Action: action,
    Actor: { ID: container['Id'], Attributes: { name: String((container['Names'] as string[])[0]).slice(1) } },
    time: 1_700_000_000,
    timeNano: 1_700_000_000_000_000_000,
  };
}

/** Starts a fake engine that speaks API 1.41. */
export async function startFakeEngine(): Promise<FakeEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'gantry-fake-'));
  const fake = new Fake(join(folder, 'engine.sock'), () => rm(folder, { recursive: true, force: true }));
  await fake.start();
  return fake;
}

class Fake implements FakeEngine {
  readonly host: string;
  containers: unknown[] = [];
  images: unknown[] = [];
  volumes: unknown[] = [];
  networks: unknown[] = [];
  readonly requests: string[] = [];
  readonly #path: string;
  readonly #cleanUp: () => Promise<void>;
  readonly #handlers = new Map<string, Handler>();
  readonly #streams = new Set<ServerResponse>();
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;

  constructor(path: string, cleanUp: () => Promise<void>) {
    this.#path = path;
    this.#cleanUp = cleanUp;
    this.host = `unix://${path}`;
  }

  get subscribers(): number {
    return this.#streams.size;
  }

  on(route: string, handler: Handler | undefined): void {
    if (handler) this.#handlers.set(route, handler);
    else this.#handlers.delete(route);
  }

  emit(event: object | string): void {
    const line = typeof event === 'string' ? event : `${JSON.stringify(event)}\n`;
    for (const stream of this.#streams) stream.write(line);
  }

  breakConnections(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      this.#answer(request, response);
    });
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    this.#server = server;
    await new Promise<void>((resolve) => {
      server.listen(this.#path, resolve);
    });
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => {
      server.close(resolve);
    });
    this.breakConnections();
    await closed;
  }

  async dispose(): Promise<void> {
    await this.stop();
    await this.#cleanUp();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://engine');
    const route = `${request.method ?? ''} ${url.pathname.replace(/^\/v[\d.]+/, '')}`;
    this.requests.push(route);
    const handler = this.#handlers.get(route);
    if (handler) {
      void handler(request, response, url);
      return;
    }
    const json = (value: unknown, status = 200): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    switch (route) {
      case 'GET /_ping':
        response.end('OK');
        return;
      case 'GET /version':
        json({ Version: '20.10.0', ApiVersion: '1.41', MinAPIVersion: '1.12', Os: 'linux', Arch: 'amd64' });
        return;
      case 'GET /containers/json':
        json(this.#filtered(url));
        return;
      case 'GET /images/json':
        json(this.images);
        return;
      case 'GET /volumes':
        json({ Volumes: this.volumes, Warnings: null });
        return;
      case 'GET /networks':
        json(this.networks);
        return;
      case 'GET /events':
        this.#subscribe(response);
        return;
      default:
        json({ message: `page not found: ${route}` }, 404);
    }
  }

  #filtered(url: URL): unknown[] {
    const filters = JSON.parse(url.searchParams.get('filters') ?? '{}') as { id?: string[] };
    const { id: ids } = filters;
    if (!ids) return this.containers;
    return this.containers.filter((item) =>
      ids.some((id) => String((item as Record<string, unknown>)['Id']).startsWith(id)),
    );
  }

  #subscribe(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    this.#streams.add(response);
    response.on('close', () => this.#streams.delete(response));
  }
}

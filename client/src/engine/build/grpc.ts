import { createServer, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import type { Disposable } from '../../lifecycle.ts';

/** A call's metadata: the values of each header apart, which may hold commas. */
export type Metadata = ReadonlyMap<string, readonly string[]>;

/** One call of the other side, from its metadata to our status. */
export interface GrpcCall {
  readonly metadata: Metadata;
  readonly messages: AsyncIterable<Uint8Array>;
  /** Resolves when there is room for more. Rejects when the other side has gone. */
  send(message: Uint8Array): Promise<void>;
}

/** Answers a call; its end is status OK, a `GrpcError` is that error's status, any other error is status UNKNOWN. */
export type GrpcMethod = (call: GrpcCall) => Promise<void>;

/** gRPC's status codes that we send. */
export const grpcStatus = { ok: 0, unknown: 2, notFound: 5, unimplemented: 12 } as const;

export class GrpcError extends Error {
  override readonly name = 'GrpcError';
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** Makes a method of one request and one answer. */
export function unary(answer: (request: Uint8Array) => Uint8Array | Promise<Uint8Array>): GrpcMethod {
  return async (call) => {
    for await (const request of call.messages) {
      await call.send(await answer(request));
      return;
    }
  };
}

/**
 * Serves gRPC on a connection that is already open, BuildKit's session being a server at the end of our own request.
 * `methods` are known by their path, `/grpc.health.v1.Health/Check`.
 */
export function serveGrpc(socket: Duplex, methods: Readonly<Record<string, GrpcMethod>>): Disposable {
  const server = createServer();
  const sessions = new Set<ServerHttp2Session>();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('error', () => {});
    session.on('close', () => sessions.delete(session));
  });
  server.on('sessionError', () => {});
  server.on('stream', (stream, headers, _flags, rawHeaders) => {
    stream.on('error', () => {});
    const path = headers[':path'] ?? '';
    const method = Object.hasOwn(methods, path) ? methods[path] : undefined;
    void answer(stream, toMetadata(rawHeaders), method);
  });
  // A TLS connection would have had to agree on HTTP/2 at its start; as a plain stream nobody asks.
  const transport = socket instanceof TLSSocket ? Duplex.from({ readable: socket, writable: socket }) : socket;
  transport.on('error', () => {});
  server.emit('connection', transport);
  return {
    dispose: () => {
      for (const session of sessions) session.destroy();
      socket.destroy();
    },
  };
}

async function answer(stream: ServerHttp2Stream, metadata: Metadata, method: GrpcMethod | undefined): Promise<void> {
  let trailers = { 'grpc-status': String(grpcStatus.ok), 'grpc-message': '' };
  stream.on('wantTrailers', () => {
    stream.sendTrailers(trailers);
  });
  stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
  try {
    if (!method) throw new GrpcError(grpcStatus.unimplemented, 'not offered');
    const sender = new MessageSender(stream);
    await method({ metadata, messages: readMessages(stream), send: (message) => sender.send(message) });
  } catch (error) {
    trailers = {
      'grpc-status': String(error instanceof GrpcError ? error.code : grpcStatus.unknown),
      'grpc-message': encodeURIComponent(error instanceof Error ? error.message : String(error)),
    };
  }
  if (!stream.destroyed) stream.end();
}

/** Writes messages to a call, and lets its writers wait together while the other side has no room. */
class MessageSender {
  readonly #stream: ServerHttp2Stream;
  #room: Promise<void> | undefined;

  constructor(stream: ServerHttp2Stream) {
    this.#stream = stream;
  }

  /** On the wire: one byte for compression (never), four for the length, the message. */
  async send(message: Uint8Array): Promise<void> {
    const stream = this.#stream;
    if (stream.destroyed || stream.writableEnded) throw new Error('the other side has ended the call');
    const frame = Buffer.allocUnsafe(5 + message.length);
    frame.writeUInt8(0, 0);
    frame.writeUInt32BE(message.length, 1);
    frame.set(message, 5);
    if (stream.write(frame)) return;
    this.#room ??= new Promise<void>((resolve, reject) => {
      const onClose = (): void => {
        reject(new Error('the other side has ended the call'));
      };
      stream.once('close', onClose).once('drain', () => {
        stream.off('close', onClose);
        this.#room = undefined;
        resolve();
      });
    });
    await this.#room;
  }
}

async function* readMessages(stream: ServerHttp2Stream): AsyncGenerator<Uint8Array, void, undefined> {
  let buffered: Buffer = Buffer.alloc(0);
  // Whoever has read enough leaves; the answer's end must still get out.
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk]);
    let position = 0;
    while (buffered.length - position >= 5) {
      const end = position + 5 + buffered.readUInt32BE(position + 1);
      if (buffered.length < end) break;
      yield buffered.subarray(position + 5, end);
      position = end;
    }
    buffered = buffered.subarray(position);
  }
}

/** Node joins a repeated header with commas, so the raw list is read. */
function toMetadata(rawHeaders: readonly string[]): Metadata {
  const metadata = new Map<string, string[]>();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? '').toLowerCase();
    const values = metadata.get(name) ?? [];
    values.push(rawHeaders[index + 1] ?? '');
    metadata.set(name, values);
  }
  return metadata;
}

import { createHash, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { basename, dirname } from 'node:path';
import type { Connection } from '../connection.ts';
import { EngineError } from '../error.ts';
import type { Disposable } from '../../lifecycle.ts';
import type { BuildOptions } from './build.ts';
import { diffCopy, type SharedFolder } from './fileSync.ts';
import { serveGrpc, unary, type GrpcMethod } from './grpc.ts';
import { asText, MessageWriter, readFields } from './protobuf.ts';

/** Our end of a build: what the builder may ask of us while it runs. */
export interface BuildSession extends Disposable {
  readonly id: string;
  /** What went wrong on our side: the engine's own words for that are about the connection. */
  failure(): unknown;
}

/**
 * Opens a BuildKit session (`POST /session`): a gRPC server that the engine calls over our connection for files of the
 * context, for the Dockerfile, and for a registry's credentials. Throws `EngineError` `unsupported` without BuildKit.
 */
export async function openSession(
  connection: Connection,
  options: BuildOptions,
  signal: AbortSignal,
): Promise<BuildSession> {
  const id = randomUUID();
  let failure: unknown;
  const guarded =
    (method: GrpcMethod): GrpcMethod =>
    async (call) => {
      try {
        await method(call);
      } catch (error) {
        failure ??= error;
        throw error;
      }
    };
  const folders = sharedFolders(options);
  const methods: Record<string, GrpcMethod> = {
    // Without an answer here the engine takes the session for dead after a second.
    '/grpc.health.v1.Health/Check': unary(() => new MessageWriter().number(1, 1).finish()),
    '/moby.filesync.v1.FileSync/DiffCopy': guarded((call) => diffCopy(call, folders)),
    '/moby.filesync.v1.Auth/Credentials': guarded(unary((request) => credentials(options, request))),
  };
  const headers = {
    'x-docker-expose-session-uuid': id,
    'x-docker-expose-session-name': basename(options.context),
    'x-docker-expose-session-sharedkey': sharedKey(options.context),
    'x-docker-expose-session-grpc-method': Object.keys(methods),
  };
  const request = { method: 'POST', path: '/session', headers, signal } as const;
  const socket = await connection.hijack(request, 'h2c').catch((error: unknown) => {
    if (!(error instanceof EngineError) || error.status === undefined) throw error;
    const text =
      'This engine offers no BuildKit session, so it cannot build here. Docker 19.03 or newer with BuildKit is needed.';
    throw new EngineError('unsupported', `${text} (${error.message})`, { cause: error });
  });
  const server = serveGrpc(socket, methods);
  return {
    id,
    failure: () => failure,
    dispose: () => {
      server.dispose();
    },
  };
}

/** The Dockerfile may lie outside the context, beside things that are none of the builder's business. */
function sharedFolders({ context, dockerfile }: BuildOptions): Record<string, SharedFolder> {
  const name = basename(dockerfile);
  return {
    context: { path: context },
    dockerfile: { path: dirname(dockerfile), only: [name, `${name}.dockerignore`] },
  };
}

/** The engine finds by this what it was sent before, so that only changes are sent again. */
function sharedKey(context: string): string {
  return createHash('sha256').update(`gantry\0${hostname()}\0${context}`).digest('hex');
}

/** Answers for the one host that is asked for; an empty answer means anonymous. */
async function credentials(options: BuildOptions, request: Uint8Array): Promise<Uint8Array> {
  const asked = [...readFields(request)].find(({ number }) => number === 1);
  const host = asked ? asText(asked.value) : '';
  const found = await options.credentials?.(host === 'registry-1.docker.io' ? 'docker.io' : host);
  if (!found) return new Uint8Array();
  if (found.identityToken !== undefined) return new MessageWriter().text(2, found.identityToken).finish();
  return new MessageWriter()
    .text(1, found.username ?? '')
    .text(2, found.password ?? '')
    .finish();
}

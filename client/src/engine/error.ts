/**
 * What can go wrong between us and an engine or a registry:
 *   not-running     nothing listens: no socket, connection refused, host not found
 *   no-permission   the socket is there but may not be opened
 *   tls             certificates missing, wrong or not trusted
 *   context         the named Docker context does not exist or cannot be read
 *   lost            the connection broke off while it was in use
 *   not-found       the object is not there (any more)
 *   conflict        the object is in a state that forbids it: in use, running, name taken
 *   unauthorized    the registry or engine refuses these credentials
 *   invalid         the engine calls the request wrong
 *   unsupported     this engine cannot do it
 *   failed          the engine tried and failed (a build step, a pull); the message is the engine's
 */
export type EngineErrorKind =
  | 'not-running'
  | 'no-permission'
  | 'tls'
  | 'context'
  | 'lost'
  | 'not-found'
  | 'conflict'
  | 'unauthorized'
  | 'invalid'
  | 'unsupported'
  | 'failed';

/** The only error that the engine's side throws. `message` is fit to be shown; the cause is kept for the log. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly kind: EngineErrorKind;
  /** HTTP status of the engine's answer, when there was one. */
  readonly status: number | undefined;

  constructor(kind: EngineErrorKind, message: string, options: { cause?: unknown; status?: number } = {}) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.status = options.status;
  }
}

/** A build that failed: where in the Dockerfile, as far as the engine says. `line` counts from 1. */
export class BuildError extends EngineError {
  /** The step that failed, as BuildKit names it: `[build 2/5] RUN npm ci`. */
  readonly step: string | undefined;
  readonly line: number | undefined;

  constructor(message: string, options: { step?: string; line?: number; cause?: unknown } = {}) {
    super('failed', message, { cause: options.cause });
    this.step = options.step;
    this.line = options.line;
  }
}

/** The kinds that say the engine cannot be reached at all, so that a view shows its way out instead of a list. */
export const unreachableKinds: ReadonlySet<EngineErrorKind> = new Set([
  'not-running',
  'no-permission',
  'tls',
  'context',
  'lost',
]);

/** Somebody pressed cancel: not an error to show. */
export function isCancelled(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'CancelledError');
}

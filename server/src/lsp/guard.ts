import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Awaitable, CancellationToken, Refusal } from '../language.ts';

export interface GuardOptions<R> {
  /** The request's name, for the log. */
  readonly name: string;
  /** The answer when the handler throws. */
  readonly empty: R;
  readonly log: (message: string) => void;
  /** Changes when what the answer is computed from changes, so that a late answer is known to be stale. */
  readonly version?: () => unknown;
}

/**
 * Runs a request's handler so that nothing it does can end the server: an error is logged and answered with `empty`, a
 * cancelled request with `RequestCancelled`, one whose document changed meanwhile with `ContentModified`.
 */
export async function guard<R>(
  options: GuardOptions<R>,
  token: CancellationToken,
  handler: () => Awaitable<R>,
): Promise<R | ResponseError<never>> {
  const { name, empty, log, version = () => undefined } = options;
  const before = version();
  // A cancellation or an edit that is already here is seen before work is spent on an answer nobody wants.
  await new Promise((resolve) => setImmediate(resolve));
  const refusal = (): ResponseError<never> | undefined => {
    if (token.isCancellationRequested) return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');
    if (version() !== before)
      return new ResponseError<never>(LSPErrorCodes.ContentModified, 'the document has changed');
    return undefined;
  };
  try {
    return refusal() ?? (await settle(handler, refusal));
  } catch (error) {
    log(`${name} failed: ${describe(error)}`);
    return empty;
  }
}

async function settle<R>(
  handler: () => Awaitable<R>,
  refusal: () => ResponseError<never> | undefined,
): Promise<R | ResponseError<never>> {
  const answer = await handler();
  return refusal() ?? answer;
}

/** An answer as it is, or the reason why it is not given: editors show it. */
export function orRefused<T extends object>(answer: T | Refusal | null | undefined): T | ResponseError<never> | null {
  if (answer === null || answer === undefined) return null;
  return 'refused' in answer ? new ResponseError<never>(LSPErrorCodes.RequestFailed, answer.refused) : answer;
}

/** An error with its stack, for the log. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

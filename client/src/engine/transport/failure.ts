import type { Endpoint } from '../engine.ts';
import { EngineError, type EngineErrorKind } from '../error.ts';

/** Translates what Node says of a connection into our kinds, with a sentence that names the address and the cause. */
export function connectionError(error: unknown, endpoint: Endpoint): EngineError {
  if (error instanceof EngineError) return error;
  const { code, message } = describe(error);
  const where = endpoint.host;
  const make = (kind: EngineErrorKind, text: string): EngineError => new EngineError(kind, text, { cause: error });
  switch (code) {
    case 'ENOENT':
      return make('not-running', `No engine at ${where}: the socket does not exist.`);
    case 'EACCES':
    case 'EPERM':
      return make('no-permission', `You have no permission to use the engine at ${where}.`);
    case 'ECONNREFUSED':
      return make('not-running', `No engine at ${where}: connection refused.`);
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return make('not-running', `No engine at ${where}: the host name cannot be resolved.`);
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ENETDOWN':
      return make('not-running', `No engine at ${where}: the host cannot be reached.`);
    case 'ETIMEDOUT':
      return make('not-running', `No engine at ${where}: it does not answer.`);
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ERR_STREAM_PREMATURE_CLOSE':
    case 'ERR_STREAM_DESTROYED':
      return make('lost', `The connection to the engine at ${where} broke off.`);
    default:
  }
  if (isTlsCode(code)) return make('tls', `No trusted TLS connection to ${where}: ${tlsReason(code, message)}`);
  if (code.startsWith('HPE_')) return make('failed', `What answers at ${where} is not a container engine: ${message}`);
  return make('lost', `The connection to the engine at ${where} failed: ${message}`);
}

/** Translates an HTTP answer that is not a success; `body` is what the engine sent, its own words are kept. */
export function responseError(status: number, body: string): EngineError {
  const message = engineMessage(body) || `The engine answered with HTTP status ${status}.`;
  return new EngineError(kindOf(status, message), message, { status });
}

/** The kind of a failure that the engine reports in words only: in a progress stream, or with status 500. */
export function kindOfMessage(message: string): EngineErrorKind {
  if (
    /no basic auth credentials|unauthorized|authentication required|incorrect username or password|denied:|access denied|access forbidden|\b40[13] (?:unauthorized|forbidden)|authorization token has expired/i.test(
      message,
    )
  )
    return 'unauthorized';
  if (
    /manifest unknown|name unknown|name_unknown|repository .*not found|manifest for .* not found|no such image|does not exist locally/i.test(
      message,
    )
  )
    return 'not-found';
  return 'failed';
}

function kindOf(status: number, message: string): EngineErrorKind {
  if (/HTTP request to an HTTPS server/i.test(message)) return 'tls';
  if (/client version .* is too (new|old)/i.test(message)) return 'unsupported';
  switch (status) {
    case 400:
      return 'invalid';
    case 401:
    case 403:
      return 'unauthorized';
    case 404:
      return 'not-found';
    case 409:
      return 'conflict';
    case 405:
    case 501:
      return 'unsupported';
    default:
      return kindOfMessage(message);
  }
}

/** `{"message":…}` of the engine, `{"cause":…,"message":…}` of Podman, else the text itself. */
function engineMessage(body: string): string {
  try {
    const json: unknown = JSON.parse(body);
    if (typeof json === 'object' && json !== null && 'message' in json && typeof json.message === 'string')
      return json.message.trim();
  } catch {
    // Not JSON: a proxy, or an old engine's plain text.
  }
  return body.trim().slice(0, 2000);
}

function describe(error: unknown): { code: string; message: string } {
  // Connecting to a name with several addresses fails with one error for each.
  const first: unknown = error instanceof AggregateError ? (error.errors[0] ?? error) : error;
  if (!(first instanceof Error)) return { code: '', message: String(first) };
  const code = 'code' in first && typeof first.code === 'string' ? first.code : '';
  return { code, message: first.message };
}

function isTlsCode(code: string): boolean {
  return /^(ERR_SSL_|ERR_TLS_|ERR_OSSL_|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|EPROTO)/.test(
    code,
  );
}

function tlsReason(code: string, message: string): string {
  if (code === 'EPROTO' && /wrong version number/i.test(message)) return 'it does not speak TLS.';
  if (/CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE|UNKNOWN_CA/.test(code))
    return `it does not accept the client certificate (${code}).`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return message;
  if (/SELF_SIGNED|UNABLE_TO_|DEPTH_ZERO/.test(code)) return `its certificate is not signed by the given CA (${code}).`;
  if (code === 'CERT_HAS_EXPIRED') return 'its certificate has expired.';
  return message;
}

/** The error to throw when `signal` has aborted. */
export function abortError(signal: AbortSignal): Error {
  const reason: unknown = signal.reason;
  if (reason instanceof Error && reason.name === 'AbortError') return reason;
  return new DOMException('Cancelled.', 'AbortError');
}

/** Settles as `promise` does, or rejects with the `AbortError` as soon as `signal` aborts. */
export async function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  if (signal.aborted) {
    promise.catch(() => {});
    throw abortError(signal);
  }
  return new Promise<T>((resolve, reject) => {
    const onAbort = (): void => {
      reject(abortError(signal));
    };
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', onAbort);
    });
  });
}

import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EcrFailure, EcrState } from './ecrState.ts';

/** The code that the stand-in's MFA device shows. */
export const mfaCode = '123456';

/** Why a request is refused by what signs it, or `undefined`. The signature's arithmetic is the SDK's own affair. */
export function refuseSignature(state: EcrState, incoming: IncomingMessage): EcrFailure | undefined {
  const authorization = incoming.headers.authorization ?? '';
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/([^/]+)\/ecr\/aws4_request, SignedHeaders=[^,]+, Signature=[0-9a-f]{64}$/.exec(
      authorization,
    );
  if (match === null) return { type: 'MissingAuthenticationTokenException', message: 'Missing Authentication Token' };
  const [, key = '', region = ''] = match;
  if (!state.accessKeys.has(key)) {
    const message = 'The security token included in the request is invalid.';
    return { type: 'UnrecognizedClientException', message };
  }
  if (region !== state.region) {
    const message = `Credential should be scoped to a valid region.`;
    return { type: 'InvalidSignatureException', message };
  }
  return state.accessKeys.get(key);
}

/**
 * The other services that credentials come from: STS AssumeRole (`POST /`, form), the portal of IAM Identity Center
 * (`GET /federation/credentials`) and the instance metadata service. Answers whether the request was one of theirs.
 */
export function serveIdentity(
  state: EcrState,
  { incoming, response, body }: { incoming: IncomingMessage; response: ServerResponse; body: string },
): boolean {
  const url = new URL(incoming.url ?? '/', 'http://stand-in');
  if (url.pathname.startsWith('/latest/')) return serveInstance(state, { incoming, response, path: url.pathname });
  if (url.pathname === '/federation/credentials') return serveSso(state, { incoming, response });
  const form = new URLSearchParams(body);
  if (incoming.method !== 'POST' || form.get('Action') !== 'AssumeRole') return false;
  serveAssumeRole(state, { response, form });
  return true;
}

/** Fresh keys that the API knows from now on. */
function issue(state: EcrState): { id: string; secret: string; token: string; expires: Date } {
  const id = `ASIA${randomBytes(8).toString('hex').toUpperCase()}`;
  state.accessKeys.set(id, undefined);
  const expires = new Date(Date.now() + 3_600_000);
  return { id, secret: randomBytes(20).toString('hex'), token: randomBytes(40).toString('hex'), expires };
}

function serveAssumeRole(
  state: EcrState,
  { response, form }: { response: ServerResponse; form: URLSearchParams },
): void {
  state.calls.push({ operation: 'AssumeRole', input: { role: form.get('RoleArn'), serial: form.get('SerialNumber') } });
  const wrongCode = form.has('SerialNumber') && form.get('TokenCode') !== mfaCode;
  const message = 'MultiFactorAuthentication failed with invalid MFA one time pass code.';
  const failure = state.failures.get('AssumeRole') ?? (wrongCode ? { type: 'AccessDenied', message } : undefined);
  response.setHeader('content-type', 'text/xml');
  if (failure !== undefined) {
    response.writeHead(failure.status ?? 403);
    response.end(
      `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${failure.type}</Code><Message>${failure.message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`,
    );
    return;
  }
  const keys = issue(state);
  response.end(
    `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><AssumedRoleUser><AssumedRoleId>A:s</AssumedRoleId><Arn>${form.get('RoleArn') ?? ''}</Arn></AssumedRoleUser><Credentials><AccessKeyId>${keys.id}</AccessKeyId><SecretAccessKey>${keys.secret}</SecretAccessKey><SessionToken>${keys.token}</SessionToken><Expiration>${keys.expires.toISOString()}</Expiration></Credentials></AssumeRoleResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></AssumeRoleResponse>`,
  );
}

function serveSso(
  state: EcrState,
  { incoming, response }: { incoming: IncomingMessage; response: ServerResponse },
): boolean {
  state.calls.push({ operation: 'GetRoleCredentials', input: {} });
  response.setHeader('content-type', 'application/json');
  const failure = state.failures.get('GetRoleCredentials');
  if (failure !== undefined || incoming.headers['x-amz-sso_bearer_token'] !== 'sso-token') {
    response.writeHead(failure?.status ?? 401, { 'x-amzn-errortype': failure?.type ?? 'UnauthorizedException' });
    response.end(JSON.stringify({ message: failure?.message ?? 'Session token not found or invalid' }));
    return true;
  }
  const { id, secret, token, expires } = issue(state);
  const roleCredentials = { accessKeyId: id, secretAccessKey: secret, sessionToken: token, expiration: +expires };
  response.end(JSON.stringify({ roleCredentials }));
  return true;
}

function serveInstance(
  state: EcrState,
  { incoming, response, path }: { incoming: IncomingMessage; response: ServerResponse; path: string },
): boolean {
  const role = '/latest/meta-data/iam/security-credentials/';
  if (incoming.method === 'PUT' && path === '/latest/api/token') response.end('imds-token');
  else if (path === role) response.end('stand-in-role');
  else if (path === `${role}stand-in-role`) {
    const { id, secret, token, expires } = issue(state);
    const keys = { AccessKeyId: id, SecretAccessKey: secret, Token: token, Expiration: expires.toISOString() };
    response.end(JSON.stringify({ Code: 'Success', Type: 'AWS-HMAC', ...keys }));
  } else response.writeHead(404).end();
  return true;
}

import type { RegistryCredentials, TransferEvent } from '../engine/engine.ts';
import { EngineError } from '../engine/error.ts';
import type { Ui } from '../ui/ui.ts';
import { type FindCredentials, type FoundCredentials, serverAddress } from './credentials.ts';
import { formatReference, type ImageReference } from './reference.ts';
import { explainRefusal, refusalOf, type Refusal } from './refusal.ts';
import { followTransfer, type Transferred } from './transferProgress.ts';

export interface TransferRequest {
  readonly verb: 'pull' | 'push';
  readonly reference: ImageReference;
  /** Starts it; called again after the person has signed in. */
  readonly start: (credentials: RegistryCredentials | undefined, signal: AbortSignal) => AsyncIterable<TransferEvent>;
  /** Another way on when the registry refuses the credentials, before signing in: its button. */
  readonly otherWay?: { readonly title: string; readonly run: () => Promise<void> };
}

export interface TransferPorts {
  readonly ui: Pick<Ui, 'progress' | 'notify' | 'input' | 'log'>;
  readonly findCredentials: FindCredentials;
}

/**
 * Pulls or pushes with the stored credentials, showing progress that can be cancelled. When the registry refuses them,
 * says where they were looked up and offers to sign in for this once, in memory. `undefined` when the person leaves it
 * at that; throws `EngineError` for what signing in does not mend.
 */
export async function transfer(request: TransferRequest, ports: TransferPorts): Promise<Transferred | undefined> {
  const { host } = request.reference;
  const name = formatReference(request.reference);
  let signedIn: RegistryCredentials | undefined;
  for (;;) {
    const attempt = await run(request, ports, signedIn);
    if ('result' in attempt) return attempt.result;
    const { error, found, refusal } = attempt;
    if (refusal !== 'unauthorized' && refusal !== 'denied') throw explainRefusal({ refusal, host, name, error });
    const signIn = `Sign in for this ${request.verb}…` as const;
    const { otherWay } = request;
    const answer = await ports.ui.notify({
      severity: 'error',
      text: refusedCredentials(request, { error, found, refusal }),
      actions: otherWay === undefined ? [signIn] : [otherWay.title, signIn],
    });
    if (answer === otherWay?.title) await otherWay?.run();
    if (answer !== signIn) return undefined;
    signedIn = await askToSignIn(host, found.credentials?.username, ports);
    if (signedIn === undefined) return undefined;
  }
}

interface Refused {
  readonly error: EngineError;
  readonly found: FoundCredentials;
  readonly refusal: Refusal;
}

function run(
  { verb, reference, start }: TransferRequest,
  { ui, findCredentials }: TransferPorts,
  signedIn: RegistryCredentials | undefined,
): Promise<{ result: Transferred } | Refused> {
  const title = `${verb === 'push' ? 'Pushing' : 'Pulling'} ${formatReference(reference)}`;
  return ui.progress({ title, cancellable: true }, async (report, signal) => {
    const found =
      signedIn === undefined
        ? await findCredentials(reference.host, signal)
        : { credentials: signedIn, source: 'what you typed' };
    if (found.problem !== undefined) ui.log.warn(`Credentials for ${reference.host}: ${found.problem}`);
    try {
      return { result: await followTransfer(start(found.credentials, signal), report) };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined || !(error instanceof EngineError)) throw error;
      return { error, found, refusal };
    }
  });
}

function refusedCredentials({ verb, reference }: TransferRequest, { error, found, refusal }: Refused): string {
  const { host } = reference;
  const said = `The answer was: ${error.message.trim()}`;
  const { credentials, source } = found;
  if (credentials === undefined) {
    const why = found.problem ?? `${source} has none for it.`;
    return `${host} wants credentials to ${verb} ${reference.path}, and none were found. ${why} ${said}`;
  }
  const who = credentials.username === undefined ? 'this sign-in' : `“${credentials.username}”`;
  return refusal === 'denied'
    ? `${host} does not let ${who} (from ${source}) ${verb} ${reference.path}. ${said}`
    : `${host} does not accept the credentials of ${who} (from ${source}). ${said}`;
}

async function askToSignIn(
  host: string,
  last: string | undefined,
  { ui }: TransferPorts,
): Promise<RegistryCredentials | undefined> {
  const title = `Sign in to ${host}`;
  const username = await ui.input({
    title,
    prompt: 'User name. It is used this once and not stored.',
    ...(last === undefined ? {} : { value: last }),
    validate: (value) => (value.trim() === '' ? 'A user name is needed.' : undefined),
    step: { current: 1, total: 2 },
  });
  if (username === undefined) return undefined;
  const password = await ui.input({
    title,
    prompt: 'Password or access token. It is used this once and not stored.',
    password: true,
    validate: (value) => (value === '' ? 'A password is needed.' : undefined),
    step: { current: 2, total: 2 },
  });
  if (password === undefined) return undefined;
  return { serverAddress: serverAddress(host), username: username.trim(), password };
}

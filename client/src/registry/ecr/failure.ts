import { isCancelled } from '../../engine/error.ts';
import type { AwsConfiguration, AwsProfile, AwsSource } from './ecr.ts';

/**
 * What can go wrong with AWS:
 *   sign-in-expired   the session of IAM Identity Center or of `aws login` is over: sign in with the AWS CLI
 *   no-credentials    the chosen place holds none
 *   unknown-profile   a profile, or the one it builds on, is not in the files
 *   profile           the profile is there and does not work: its process fails, its settings are incomplete
 *   mfa               the code was not accepted
 *   expired           temporary keys are over
 *   rejected          AWS does not know the keys
 *   denied            the keys may not do this
 *   instance          this machine has no metadata service, or no role
 *   network           AWS cannot be reached
 *   busy              too many requests, or AWS's own trouble
 *   other             anything else; the words are AWS's
 */
export type AwsCause =
  | 'sign-in-expired'
  | 'no-credentials'
  | 'unknown-profile'
  | 'profile'
  | 'mfa'
  | 'expired'
  | 'rejected'
  | 'denied'
  | 'instance'
  | 'network'
  | 'busy'
  | 'other';

export interface AwsFailure {
  readonly cause: AwsCause;
  /** Fit to be shown: what is wrong, then what to do. */
  readonly message: string;
  /** Arguments of the AWS CLI that mend it: `['sso', 'login', '--profile', 'corp']`. */
  readonly command?: readonly string[];
  /** The permission that is missing: `ecr:CreateRepository`. */
  readonly action?: string;
}

export interface AwsSituation {
  readonly source: AwsSource;
  readonly region: string;
  readonly configuration: AwsConfiguration;
}

/** What the SDK's errors carry; they come from another bundle, so their classes say nothing. */
interface SdkError extends Error {
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** Puts an error of the AWS SDK into words with a next step; `undefined` for a cancellation. */
export function explainAws(error: unknown, situation: AwsSituation): AwsFailure | undefined {
  if (isCancelled(error)) return undefined;
  if (!(error instanceof Error)) return { cause: 'other', message: String(error) };
  const failure = explainSession(error, situation) ??
    explainCredentials(error, situation) ??
    explainAnswer(error, situation) ??
    explainNetwork(error, situation) ?? { cause: 'other', message: `AWS: ${lastLine(error.message)} (${error.name})` };
  return { ...failure, message: failure.message.charAt(0).toUpperCase() + failure.message.slice(1) };
}

/** Sessions of the AWS CLI that are over or were never begun. */
function explainSession(error: SdkError, situation: AwsSituation): AwsFailure | undefined {
  const { message } = error;
  const profile = signedInProfile(message, situation);
  if (/ForbiddenException: No access/i.test(message)) {
    const text = `${nameOf(situation.source)} names an account or role that you are not assigned to in IAM Identity Center.`;
    return { cause: 'denied', message: text };
  }
  const sso = /SSO session|SSO Token|aws sso login|UnauthorizedException: Session token/i.test(message);
  const login = /\baws login\b/i.test(message) || (profile?.kind === 'login' && isFromProvider(error));
  if (!sso && !login) return undefined;
  const name = profile?.name;
  const command = [...(sso ? ['sso', 'login'] : ['login']), ...(name === undefined ? [] : ['--profile', name])];
  const text = `The AWS sign-in of ${name === undefined ? 'this profile' : `profile “${name}”`} has expired or was never made.`;
  return { cause: 'sign-in-expired', message: `${text} Sign in with the AWS CLI, then go on.`, command };
}

/** What happens before AWS is asked: no keys come together. */
function explainCredentials(error: SdkError, { source, configuration }: AwsSituation): AwsFailure | undefined {
  const { message } = error;
  const files = configuration.files.join(' and ');
  const unresolved = /Could not resolve credentials using profile: \[(.*)\]/.exec(message)?.[1];
  if (unresolved !== undefined) {
    if (!configuration.profiles.some(({ name }) => name === unresolved)) {
      const text = `There is no profile “${unresolved}” in ${files}.`;
      return { cause: 'unknown-profile', message: `${text} Choose another one, or add it there.` };
    }
    const text = `Profile “${unresolved}” holds no credentials.`;
    return { cause: 'no-credentials', message: `${text} Add them with “aws configure”, or choose another profile.` };
  }
  if (/Unable to find environment variable|Could not load credentials from any providers/i.test(message)) {
    return { cause: 'no-credentials', message: 'There are no complete AWS credentials in the environment.' };
  }
  if (source.kind === 'instance' && (error.name === 'ProviderError' || isFromProvider(error))) {
    const text = 'This machine gives no AWS credentials: it is not in AWS, or has no role.';
    return { cause: 'instance', message: `${text} Choose a profile instead.` };
  }
  const failed = /^Command failed:[^\n]*(?:\n([\s\S]*))?/.exec(message);
  if (failed !== null || /credential_process/.test(message)) {
    // The first line quotes the command, which may hold secrets.
    const said = failed === null ? lastLine(message) : firstLine(failed[1] ?? '');
    const text = `The credential process of ${nameOf(source)} failed${said === '' ? '' : `: ${said}`}.`;
    return { cause: 'profile', message: `${text} Try the command in a terminal, or choose another profile.` };
  }
  if (!isFromProvider(error) && !isMissingFile(error)) return undefined;
  const text = `${nameOf(source)} gives no credentials: ${firstLine(message)}`;
  return { cause: 'profile', message: `${ended(text)} Correct it in ${files}, or choose another profile.` };
}

/** What AWS answers. */
function explainAnswer(error: SdkError, { source, region }: AwsSituation): AwsFailure | undefined {
  const { name, message } = error;
  const status = error.$metadata?.httpStatusCode ?? 0;
  if (/MultiFactorAuthentication/i.test(message)) {
    return { cause: 'mfa', message: 'The MFA code was not accepted. Wait for the next one and try again.' };
  }
  if (/^(ExpiredToken|RequestExpired|TokenRefreshRequired)/.test(name)) {
    const text = `The temporary AWS keys of ${nameOf(source)} have expired.`;
    return { cause: 'expired', message: `${text} Fetch new ones, then try again.` };
  }
  if (
    /^(UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch|Missing|IncompleteSig)/.test(name)
  ) {
    const text = `AWS does not accept the keys of ${nameOf(source)} in ${region}: ${firstLine(message)}`;
    const hint = 'They may be deleted or mistyped, the region may not be enabled, or the machine’s clock may be wrong.';
    return { cause: 'rejected', message: `${ended(text)} ${hint}` };
  }
  if (name.startsWith('AccessDenied') || /is not authorized to perform/i.test(message)) return denied(message);
  if (/Throttling|TooManyRequests|RequestLimitExceeded/.test(name) || status === 429) {
    return { cause: 'busy', message: 'AWS takes no more requests for now. Try again in a moment.' };
  }
  if (status >= 500) {
    return {
      cause: 'busy',
      message: `AWS has trouble of its own (${status}, ${firstLine(message)}). Try again later.`,
    };
  }
  return undefined;
}

/** A missing permission, whether ECR's API says so or the registry. */
export function denied(message: string): AwsFailure {
  const action = /perform: ([\w-]+:\w+)/.exec(message)?.[1];
  const resource = /on resource: (\S+)/.exec(message)?.[1];
  if (action === undefined) return { cause: 'denied', message: `AWS refuses it: ${ended(firstLine(message))}` };
  const where = resource === undefined || resource === '*' ? '' : ` on ${resource}`;
  const text = `The permission ${action}${where} is missing. Whoever manages the account can add it to your role or user.`;
  return { cause: 'denied', message: text, action };
}

function explainNetwork(error: SdkError, { region }: AwsSituation): AwsFailure | undefined {
  const code = typeof error.code === 'string' ? error.code : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    const text = `The address of Amazon ECR in ${region} cannot be found (${lastLine(error.message)}).`;
    return { cause: 'network', message: `${text} Check the network, and that there is such a region.` };
  }
  if (/^(ECONN|ETIMEDOUT|EHOST|ENET|EPIPE)/.test(code) || error.name === 'TimeoutError') {
    const text = `Amazon ECR in ${region} cannot be reached (${lastLine(error.message)}).`;
    return { cause: 'network', message: `${text} Check the network and the proxy, then try again.` };
  }
  if (!/CERT|SELF_SIGNED|UNABLE_TO_/.test(code)) return undefined;
  const text = `The connection to Amazon ECR is not trusted (${code}).`;
  return {
    cause: 'network',
    message: `${text} A proxy may stand between; its authority belongs in NODE_EXTRA_CA_CERTS.`,
  };
}

/** Whose sign-in it is: the profile that the message names, or the first of the chain of sources that signs in at all. */
function signedInProfile(message: string, { source, configuration }: AwsSituation): AwsProfile | undefined {
  if (source.kind !== 'profile') return undefined;
  const find = (name: string | undefined): AwsProfile | undefined =>
    configuration.profiles.find((profile) => profile.name === name);
  const named = find(/profile=(.+?) was not found/.exec(message)?.[1]);
  if (named !== undefined) return named;
  let profile = find(source.name);
  for (let hops = 0; profile?.kind === 'role' && hops < 10; hops += 1) profile = find(profile.sourceProfile);
  return profile ?? find(source.name);
}

const isFromProvider = ({ name }: Error): boolean => /^(Credentials|Token)ProviderError$/.test(name);

/** A web identity's token file; the SDK lets the system's error through. */
const isMissingFile = ({ code }: SdkError): boolean => code === 'ENOENT' || code === 'EACCES';

function nameOf(source: AwsSource): string {
  switch (source.kind) {
    case 'profile':
      return `profile “${source.name}”`;
    case 'environment':
      return 'the environment';
    case 'instance':
      return 'this machine';
  }
}

const firstLine = (text: string): string => text.trim().split('\n', 1)[0]?.trim() ?? '';
const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.trim() ?? '';
const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

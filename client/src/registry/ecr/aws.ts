import {
  CreateRepositoryCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
  paginateDescribeRepositories,
  type Repository,
} from '@aws-sdk/client-ecr';
import { fromEnv, fromHttp, fromIni, fromInstanceMetadata, fromTokenFile } from '@aws-sdk/credential-providers';
import { loadSharedConfigFiles } from '@smithy/core/config';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { endpointOf } from './awsEndpoint.ts';
import type {
  AwsConfiguration,
  AwsProfile,
  EcrApi,
  EcrAuthorization,
  EcrConnection,
  EcrRepository,
  NewEcrRepository,
} from './ecr.ts';

/** Reads AWS's configuration files and environment anew. A file that is missing or broken counts as empty, as in the SDK. */
export async function configuration(): Promise<AwsConfiguration> {
  // Read past the SDK's cache; this also fills the cache anew for what the SDK looks up by itself later.
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const { env } = process;
  const profiles = new Map<string, AwsProfile>();
  for (const [name, section] of [...Object.entries(credentialsFile), ...Object.entries(configFile)]) {
    if (name.startsWith('sso-session.') || name.startsWith('services.')) continue;
    profiles.set(name, profileOf(name, { ...credentialsFile[name], ...section }));
  }
  const profile = env['AWS_PROFILE'];
  const region = env['AWS_REGION'] || env['AWS_DEFAULT_REGION'];
  return {
    profiles: [...profiles.values()],
    environment: environmentProviders.some(({ variables }) => variables.some((name) => env[name])),
    instance: !env['AWS_EC2_METADATA_DISABLED'] || env['AWS_EC2_METADATA_DISABLED'] === 'false',
    files: [
      env['AWS_CONFIG_FILE'] || join(homedir(), '.aws', 'config'),
      env['AWS_SHARED_CREDENTIALS_FILE'] || join(homedir(), '.aws', 'credentials'),
    ],
    ...(profile ? { profile } : {}),
    ...(region ? { region } : {}),
  };
}

/** Opens ECR of one region. Nothing is asked of AWS before the first call. */
export async function connect(connection: EcrConnection): Promise<EcrApi> {
  const { source, region } = connection;
  const client = new ECRClient({
    region,
    ...(await endpointOf(source)),
    ...(source.kind === 'profile' ? { profile: source.name } : {}),
    credentials: credentialsOf(connection),
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 10_000, requestTimeout: 30_000 },
  });
  return {
    authorize: (signal) => abortable(signal, authorize(client, signal)),
    repositories: (signal) => repositories(client, signal),
    createRepository: (repository, signal) => abortable(signal, createRepository(client, { repository, signal })),
    close: () => client.destroy(),
  };
}

type CredentialProvider = NonNullable<NonNullable<ConstructorParameters<typeof ECRClient>[0]>['credentials']>;

const environmentProviders: readonly { variables: readonly string[]; open: () => CredentialProvider }[] = [
  { variables: ['AWS_ACCESS_KEY_ID'], open: () => fromEnv() },
  { variables: ['AWS_WEB_IDENTITY_TOKEN_FILE'], open: () => fromTokenFile() },
  {
    variables: ['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_CONTAINER_CREDENTIALS_FULL_URI'],
    open: () => fromHttp(),
  },
];

function credentialsOf({ source, mfaCode }: EcrConnection): CredentialProvider {
  switch (source.kind) {
    // Not the default chain: that one hides the cause when a profile's own way fails.
    case 'profile':
      return fromIni({ profile: source.name, mfaCodeProvider: mfaCode, ignoreCache: true });
    case 'environment': {
      const set = environmentProviders.find(({ variables }) => variables.some((name) => process.env[name]));
      return set === undefined ? fromEnv() : set.open();
    }
    case 'instance':
      // Only a machine in AWS answers, and it answers at once.
      return fromInstanceMetadata({ timeout: 1000, maxRetries: 0 });
  }
}

async function authorize(client: ECRClient, abortSignal: AbortSignal): Promise<EcrAuthorization> {
  const answer = await client.send(new GetAuthorizationTokenCommand({}), { abortSignal });
  const data = answer.authorizationData?.[0];
  const pair = Buffer.from(data?.authorizationToken ?? '', 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  const host = data?.proxyEndpoint?.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
  if (colon < 0 || !host) throw new Error('Amazon ECR answered without an authorization token.');
  return {
    host,
    credentials: { serverAddress: host, username: pair.slice(0, colon), password: pair.slice(colon + 1) },
    ...(data?.expiresAt ? { expiresAt: data.expiresAt.getTime() } : {}),
  };
}

async function* repositories(client: ECRClient, signal: AbortSignal): AsyncGenerator<readonly EcrRepository[]> {
  const pages = paginateDescribeRepositories({ client, pageSize: 1000 }, {});
  for (;;) {
    const page = await abortable(signal, pages.next());
    if (page.done === true) return;
    yield (page.value.repositories ?? []).map(repositoryOf);
  }
}

async function createRepository(
  client: ECRClient,
  { repository, signal }: { repository: NewEcrRepository; signal: AbortSignal },
): Promise<EcrRepository> {
  const { encryption } = repository;
  const command = new CreateRepositoryCommand({
    repositoryName: repository.name,
    imageTagMutability: repository.immutableTags ? 'IMMUTABLE' : 'MUTABLE',
    imageScanningConfiguration: { scanOnPush: repository.scanOnPush },
    encryptionConfiguration: {
      encryptionType: encryption.type,
      ...(encryption.type === 'KMS' && encryption.key !== undefined ? { kmsKey: encryption.key } : {}),
    },
  });
  const answer = await client.send(command, { abortSignal: signal });
  return repositoryOf(answer.repository ?? {});
}

function repositoryOf(repository: Repository): EcrRepository {
  return {
    name: repository.repositoryName ?? '',
    uri: repository.repositoryUri ?? '',
    immutableTags: repository.imageTagMutability?.startsWith('IMMUTABLE') === true,
    ...(repository.registryId === undefined ? {} : { account: repository.registryId }),
  };
}

function profileOf(name: string, section: Readonly<Record<string, string | undefined>>): AwsProfile {
  const { region, source_profile: sourceProfile } = section;
  const account = section['sso_account_id'] ?? /^arn:[\w-]+:iam::(\d{12}):/.exec(section['role_arn'] ?? '')?.[1];
  return {
    name,
    kind: kindOf(section),
    ...(region ? { region } : {}),
    ...(sourceProfile ? { sourceProfile } : {}),
    ...(account === undefined ? {} : { account }),
  };
}

/** In the order in which the SDK tries them. */
function kindOf(section: Readonly<Record<string, string | undefined>>): AwsProfile['kind'] {
  const { role_arn: role, source_profile: from, credential_source: source } = section;
  if (role && (from || source)) return 'role';
  if (section['aws_access_key_id']) return 'keys';
  if (role && section['web_identity_token_file']) return 'web-identity';
  if (section['credential_process']) return 'process';
  if (section['sso_session'] || section['sso_start_url'] || section['sso_account_id']) return 'sso';
  return section['login_session'] ? 'login' : 'none';
}

/** The SDK heeds the signal while it speaks to ECR, not while it looks for credentials. */
function abortable<T>(signal: AbortSignal, task: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    task.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

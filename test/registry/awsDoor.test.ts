import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test as unextended, vi } from 'vitest';
import { configuration, connect } from '../../client/src/registry/ecr/aws.ts';
import { endpointOf } from '../../client/src/registry/ecr/awsEndpoint.ts';
import type { AwsSource, EcrApi, EcrRepository } from '../../client/src/registry/ecr/ecr.ts';
import { accessKey, startEcrStandIn, type EcrStandIn } from '../support/ecr.ts';
import { mfaCode } from '../support/ecrIdentity.ts';

/** The real AWS SDK against the stand-in: where credentials come from, and the calls that Gantry makes. */
const test = unextended.extend<{ ecr: EcrStandIn; home: string }>({
  // oxlint-disable-next-line no-empty-pattern -- vitest reads a fixture's needs from its parameter's pattern
  ecr: async ({}, use) => {
    await using ecr = await startEcrStandIn();
    for (const [name, value] of Object.entries(ecr.env)) vi.stubEnv(name, value);
    await use(ecr);
  },
  // oxlint-disable-next-line no-empty-pattern
  home: async ({}, use) => {
    const home = await mkdtemp(join(tmpdir(), 'gantry-home-'));
    vi.stubEnv('HOME', home);
    await use(home);
    await rm(home, { recursive: true, force: true });
  },
});

beforeEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const never = new AbortController().signal;
const profile = (name: string): AwsSource => ({ kind: 'profile', name });
async function open(source: AwsSource, options: { region?: string; code?: string } = {}): Promise<EcrApi & Disposable> {
  const { region = 'eu-west-1', code = mfaCode } = options;
  const api = await connect({ source, region, mfaCode: () => Promise.resolve(code) });
  return { ...api, [Symbol.dispose]: () => api.close() };
}
const role = 'role_arn = arn:aws:iam::210987654321:role/deployer\nsource_profile = default';

describe('configuration', () => {
  test('lists profiles with their kind, region and account, and no secret', async ({ ecr }) => {
    await ecr.configure(`[default]
region = eu-west-1
[profile deploy]
${role}
region = us-east-2
[profile corp]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = dev
[sso-session corp]
sso_region = eu-west-1
sso_start_url = https://corp.example/start
[profile vault]
credential_process = vault aws
[profile pod]
role_arn = arn:aws:iam::1:role/x
web_identity_token_file = /token
[profile fresh]
login_session = arn:aws:iam::111122223333:user/ada
[profile place]
region = ap-south-1
[services local]
ecr =
  endpoint_url = http://127.0.0.1:9
`);
    const found = await configuration();
    expect(found.profiles).toEqual([
      { name: 'default', kind: 'keys', region: 'eu-west-1' },
      { name: 'deploy', kind: 'role', region: 'us-east-2', account: '210987654321', sourceProfile: 'default' },
      { name: 'corp', kind: 'sso', account: '111122223333' },
      { name: 'vault', kind: 'process' },
      { name: 'pod', kind: 'web-identity' },
      { name: 'fresh', kind: 'login' },
      { name: 'place', kind: 'none', region: 'ap-south-1' },
    ]);
    expect(JSON.stringify(found)).not.toContain(accessKey.secret);
    expect(found).toMatchObject({ environment: false, instance: true });
    expect(found.files).toEqual([ecr.env['AWS_CONFIG_FILE'], ecr.env['AWS_SHARED_CREDENTIALS_FILE']]);
  });

  test('sees what was changed since', async ({ ecr }) => {
    await configuration();
    await ecr.configure('[profile later]\nregion = eu-west-1\n');
    expect((await configuration()).profiles.map(({ name }) => name)).toContain('later');
  });

  test('files that are not there are no profiles', async ({ home }) => {
    const found = await configuration();
    expect(found.profiles).toEqual([]);
    expect(found.files).toEqual([join(home, '.aws', 'config'), join(home, '.aws', 'credentials')]);
  });

  test('the environment’s own words', async () => {
    vi.stubEnv('AWS_PROFILE', 'deploy');
    vi.stubEnv('AWS_DEFAULT_REGION', 'eu-north-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIA');
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
    const found = await configuration();
    expect(found).toMatchObject({ profile: 'deploy', region: 'eu-north-1', environment: true, instance: false });
  });
});

describe('credentials', () => {
  test('keys of a profile', async ({ ecr }) => {
    using api = await open(profile('default'));
    const { credentials, host, expiresAt } = await api.authorize(never);
    expect(host).toBe(ecr.host);
    expect(credentials.serverAddress).toBe(ecr.host);
    expect(credentials.username).toBe('AWS');
    expect(ecr.state.token(credentials.password ?? '')).toBe('good');
    expect(expiresAt).toBeGreaterThan(Date.now() + 11 * 3_600_000);
  });

  test('a role, with a code from its MFA device', async ({ ecr }) => {
    const serial = 'arn:aws:iam::123456789012:mfa/ada';
    await ecr.configure(`[profile deploy]\n${role}\nmfa_serial = ${serial}\n`);
    using api = await open(profile('deploy'));
    await api.authorize(never);
    expect(ecr.state.calls[0]).toMatchObject({ operation: 'AssumeRole', input: { serial } });
    using wrong = await open(profile('deploy'), { code: '000000' });
    await expect(wrong.authorize(never)).rejects.toThrow('invalid MFA one time pass code');
  });

  test('a process', async ({ ecr }) => {
    const answer = JSON.stringify({ Version: 1, AccessKeyId: accessKey.id, SecretAccessKey: accessKey.secret });
    await ecr.configure(`[profile vault]\ncredential_process = echo '${answer}'\n`);
    using api = await open(profile('vault'));
    expect((await api.authorize(never)).host).toBe(ecr.host);
  });

  test('a session of IAM Identity Center', async ({ ecr, home }) => {
    await ecr.configure(
      '[profile corp]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = dev\n[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://corp.example/start\n',
    );
    const cache = join(home, '.aws', 'sso', 'cache');
    await mkdir(cache, { recursive: true });
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const file = `${createHash('sha1').update('corp').digest('hex')}.json`;
    await writeFile(join(cache, file), JSON.stringify({ accessToken: 'sso-token', expiresAt }));
    using api = await open(profile('corp'));
    expect((await api.authorize(never)).host).toBe(ecr.host);
  });

  test('the environment, never a profile', async ({ ecr }) => {
    using none = await open({ kind: 'environment' });
    await expect(none.authorize(never)).rejects.toThrow('Unable to find environment variable credentials');
    vi.stubEnv('AWS_ACCESS_KEY_ID', accessKey.id);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', accessKey.secret);
    using api = await open({ kind: 'environment' });
    expect((await api.authorize(never)).host).toBe(ecr.host);
  });

  test('the machine’s role', async ({ ecr }) => {
    using api = await open({ kind: 'instance' });
    expect((await api.authorize(never)).host).toBe(ecr.host);
  });

  test('cancel does not wait for credentials', async ({ ecr }) => {
    await ecr.configure('[profile slow]\ncredential_process = sleep 600\n');
    const stop = new AbortController();
    using api = await open(profile('slow'));
    const asked = api.authorize(stop.signal);
    stop.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('another endpoint', () => {
  test('of the default profile is not another profile’s', async ({ ecr }) => {
    const keys = `aws_access_key_id = ${accessKey.id}\naws_secret_access_key = ${accessKey.secret}\n`;
    const near = `endpoint_url = http://${ecr.host}\n`;
    await ecr.configure(`[default]\nendpoint_url = http://127.0.0.1:9\n[profile near]\n${keys}${near}`);
    vi.stubEnv('AWS_ENDPOINT_URL_ECR', undefined);
    await configuration();
    using api = await open(profile('near'));
    expect((await api.authorize(never)).host).toBe(ecr.host);
    vi.stubEnv('AWS_IGNORE_CONFIGURED_ENDPOINT_URLS', 'true');
    expect(await endpointOf(profile('near'))).toEqual({ ignoreConfiguredEndpointUrls: true });
  });

  test.for([
    ['of the profile', (url: string) => `endpoint_url = ${url}\n`],
    ['of its services section', (url: string) => `services = near\n[services near]\necr =\n  endpoint_url = ${url}\n`],
  ] as const)('%s is honored', async ([, section], { ecr }) => {
    const keys = `aws_access_key_id = ${accessKey.id}\naws_secret_access_key = ${accessKey.secret}\n`;
    await ecr.configure(`[profile near]\n${keys}${section(`http://${ecr.host}`)}`);
    vi.stubEnv('AWS_ENDPOINT_URL_ECR', undefined);
    await configuration();
    using api = await open(profile('near'));
    expect((await api.authorize(never)).host).toBe(ecr.host);
  });
});

describe('repositories', () => {
  const all = async (api: EcrApi, signal = never): Promise<EcrRepository[]> => {
    const found: EcrRepository[] = [];
    for await (const page of api.repositories(signal)) found.push(...page);
    return found;
  };

  test('come page by page, all of them', async ({ ecr }) => {
    for (let index = 0; index < 2345; index += 1) ecr.state.create(`team/app-${String(index).padStart(4, '0')}`);
    using api = await open(profile('default'));
    const found = await all(api);
    expect(found).toHaveLength(2345);
    expect(found[2344]).toEqual({
      name: 'team/app-2344',
      uri: `${ecr.host}/team/app-2344`,
      account: '123456789012',
      immutableTags: false,
    });
    expect(ecr.state.calls.filter(({ operation }) => operation === 'DescribeRepositories')).toHaveLength(3);
  });

  test('none is none', async ({ ecr }) => {
    using api = await open(profile('default'));
    expect(await all(api)).toEqual([]);
    expect(ecr.state.calls).toHaveLength(1);
  });

  test('are created as asked', async ({ ecr }) => {
    using api = await open(profile('default'));
    const options = { name: 'team/web', scanOnPush: true, immutableTags: true } as const;
    const created = await api.createRepository({ ...options, encryption: { type: 'KMS', key: 'alias/mine' } }, never);
    expect(created).toMatchObject({ name: 'team/web', uri: `${ecr.host}/team/web`, immutableTags: true });
    expect(ecr.state.repositories.get('team/web')).toMatchObject({
      immutable: true,
      scanOnPush: true,
      encryption: { encryptionType: 'KMS', kmsKey: 'alias/mine' },
    });
    const again = api.createRepository({ ...options, encryption: { type: 'AES256' } }, never);
    await expect(again).rejects.toMatchObject({ name: 'RepositoryAlreadyExistsException' });
  });
});

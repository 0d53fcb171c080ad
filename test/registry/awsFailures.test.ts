import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test as plain, vi } from 'vitest';
import * as aws from '../../client/src/registry/ecr/aws.ts';
import type { AwsSource } from '../../client/src/registry/ecr/ecr.ts';
import { type AwsFailure, explainAws } from '../../client/src/registry/ecr/failure.ts';
import { type EcrStandIn, startEcrStandIn } from '../support/ecr.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

/** Every cause, as the real AWS SDK throws it, and what is made of it. Nothing leaves the loopback interface. */
const test = plain.extend<{ ecr: EcrStandIn; home: string }>({
  // oxlint-disable-next-line no-empty-pattern -- vitest reads a fixture's needs from its parameter's pattern
  ecr: async ({}, use) => {
    await using ecr = await startEcrStandIn();
    for (const [name, value] of Object.entries(ecr.env)) vi.stubEnv(name, value);
    await use(ecr);
  },
  // oxlint-disable-next-line no-empty-pattern
  home: async ({}, use) => {
    await using home = await temporaryFolder();
    vi.stubEnv('HOME', home.path);
    await use(home.path);
  },
});

beforeEach(() => {
  vi.unstubAllEnvs();
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined);
});

const profile = (name: string): AwsSource => ({ kind: 'profile', name });

/** What becomes of asking ECR for a token with these credentials. */
async function failureOf(
  source: AwsSource,
  options: { readonly region?: string; readonly code?: string } = {},
): Promise<AwsFailure | undefined> {
  const { region = 'eu-west-1', code = '000000' } = options;
  const configuration = await aws.configuration();
  const api = await aws.connect({ source, region, mfaCode: async () => code });
  try {
    await api.authorize(new AbortController().signal);
  } catch (error) {
    return explainAws(error, { source, region, configuration });
  } finally {
    api.close();
  }
  throw new Error('it worked');
}

const session = `[sso-session corp]
sso_region = eu-west-1
sso_start_url = https://corp.example/start
`;
const sso = `[profile corp]
sso_session = corp
sso_account_id = 111122223333
sso_role_name = dev
${session}`;

async function signedIn(home: string, token: { readonly accessToken: string; readonly hours: number }): Promise<void> {
  const folder = join(home, '.aws', 'sso', 'cache');
  await mkdir(folder, { recursive: true });
  const expiresAt = new Date(Date.now() + token.hours * 3_600_000).toISOString();
  const file = `${createHash('sha1').update('corp').digest('hex')}.json`;
  await writeFile(join(folder, file), JSON.stringify({ accessToken: token.accessToken, expiresAt }));
}

describe('a session of IAM Identity Center', () => {
  const command = ['sso', 'login', '--profile', 'corp'];
  const cause = 'sign-in-expired';

  test('that was never begun', async ({ ecr, home }) => {
    expect(home).toBeTruthy();
    await ecr.configure(sso);
    expect(await failureOf(profile('corp'))).toEqual({
      cause,
      command,
      message: 'The AWS sign-in of profile “corp” has expired or was never made. Sign in with the AWS CLI, then go on.',
    });
  });

  test('that has expired', async ({ ecr, home }) => {
    await ecr.configure(sso);
    await signedIn(home, { accessToken: 'sso-token', hours: -1 });
    expect(await failureOf(profile('corp'))).toMatchObject({ cause, command });
  });

  test('that was revoked', async ({ ecr, home }) => {
    await ecr.configure(sso);
    await signedIn(home, { accessToken: 'revoked', hours: 1 });
    expect(await failureOf(profile('corp'))).toMatchObject({ cause, command });
  });

  test('behind a role names the profile that signs in', async ({ ecr, home }) => {
    const role = 'role_arn = arn:aws:iam::210987654321:role/deployer\nsource_profile = corp\n';
    await ecr.configure(`${sso}[profile deploy]\n${role}`);
    await signedIn(home, { accessToken: 'sso-token', hours: -1 });
    expect(await failureOf(profile('deploy'))).toMatchObject({ cause, command });
  });

  test('without the right to the role', async ({ ecr, home }) => {
    await ecr.configure(sso);
    await signedIn(home, { accessToken: 'sso-token', hours: 1 });
    ecr.state.failures.set('GetRoleCredentials', { type: 'ForbiddenException', message: 'No access', status: 403 });
    const failure = await failureOf(profile('corp'));
    expect(failure?.cause).toBe('denied');
    expect(failure?.message).toContain('you are not assigned to');
  });

  test('that is configured by half', async ({ ecr }) => {
    await ecr.configure(`[profile corp]\nsso_session = corp\n${session}`);
    const failure = await failureOf(profile('corp'));
    expect(failure?.cause).toBe('profile');
    expect(failure?.message).toContain('sso_account_id');
  });
});

describe('a profile', () => {
  test('of aws login that is not signed in', async ({ ecr, home }) => {
    expect(home).toBeTruthy();
    await ecr.configure('[profile fresh]\nlogin_session = arn:aws:iam::111122223333:user/ada\n');
    expect(await failureOf(profile('fresh'))).toMatchObject({
      cause: 'sign-in-expired',
      command: ['login', '--profile', 'fresh'],
    });
  });

  test('that is not there', async ({ ecr }) => {
    const failure = await failureOf(profile('gone'));
    expect(failure?.cause).toBe('unknown-profile');
    expect(failure?.message).toContain(`There is no profile “gone” in ${ecr.env['AWS_CONFIG_FILE']}`);
  });

  test('whose source is not there', async ({ ecr }) => {
    await ecr.configure('[profile deploy]\nrole_arn = arn:aws:iam::210987654321:role/x\nsource_profile = gone\n');
    const failure = await failureOf(profile('deploy'));
    expect(failure?.cause).toBe('unknown-profile');
    expect(failure?.message).toContain('no profile “gone”');
  });

  test('without credentials', async ({ ecr }) => {
    await ecr.configure('[profile place]\nregion = eu-west-1\n');
    const failure = await failureOf(profile('place'));
    expect(failure?.cause).toBe('no-credentials');
    expect(failure?.message).toContain('Profile “place” holds no credentials.');
  });

  test('whose sources go round in a circle', async ({ ecr }) => {
    const role = 'role_arn = arn:aws:iam::210987654321:role/x\nsource_profile';
    await ecr.configure(`[profile a]\n${role} = b\n[profile b]\n${role} = a\n`);
    const failure = await failureOf(profile('a'));
    expect(failure?.cause).toBe('profile');
    expect(failure?.message).toContain('cycle');
  });

  test('whose process fails: its words, never its command line', async ({ ecr }) => {
    const process = `sh -c 'echo vault is sealed >&2; exit 2' -- --password=hunter2`;
    await ecr.configure(`[profile vault]\ncredential_process = ${process}\n`);
    const failure = await failureOf(profile('vault'));
    expect(failure?.cause).toBe('profile');
    expect(failure?.message).toContain('vault is sealed');
    expect(failure?.message).not.toContain('hunter2');
  });

  test('whose process answers nonsense', async ({ ecr }) => {
    await ecr.configure('[profile vault]\ncredential_process = echo nonsense\n');
    const failure = await failureOf(profile('vault'));
    expect(failure?.cause).toBe('profile');
    expect(failure?.message).toContain('invalid JSON');
  });

  test('whose web identity has no token', async ({ ecr }) => {
    const role = 'role_arn = arn:aws:iam::210987654321:role/x\nweb_identity_token_file = /nonexistent/token';
    await ecr.configure(`[profile pod]\n${role}\n`);
    const failure = await failureOf(profile('pod'));
    expect(failure?.cause).toBe('profile');
    expect(failure?.message).toContain('/nonexistent/token');
  });

  test('whose MFA code is wrong', async ({ ecr }) => {
    const role = 'role_arn = arn:aws:iam::210987654321:role/x\nsource_profile = default';
    await ecr.configure(`[profile deploy]\n${role}\nmfa_serial = arn:aws:iam::123456789012:mfa/ada\n`);
    expect(await failureOf(profile('deploy'))).toMatchObject({ cause: 'mfa' });
  });

  test('that may not assume its role', async ({ ecr }) => {
    await ecr.configure(
      '[profile deploy]\nrole_arn = arn:aws:iam::210987654321:role/x\nsource_profile = default\nregion = eu-west-1\n',
    );
    ecr.state.failures.set('AssumeRole', {
      type: 'AccessDenied',
      message:
        'User: arn:aws:iam::123456789012:user/ada is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::210987654321:role/x',
      status: 403,
    });
    expect(await failureOf(profile('deploy'))).toMatchObject({
      cause: 'denied',
      action: 'sts:AssumeRole',
      message: expect.stringContaining('sts:AssumeRole on arn:aws:iam::210987654321:role/x') as string,
    });
  });
});

describe('keys', () => {
  test('that are not in the environment', async () => {
    expect(await failureOf({ kind: 'environment' })).toMatchObject({ cause: 'no-credentials' });
  });

  test('that a machine outside AWS does not have', async () => {
    vi.stubEnv('AWS_EC2_METADATA_SERVICE_ENDPOINT', 'http://127.0.0.1:9');
    expect(await failureOf({ kind: 'instance' })).toMatchObject({ cause: 'instance' });
  });

  test('that AWS does not know', async ({ ecr }) => {
    await ecr.configure('', '[default]\naws_access_key_id = AKIAUNKNOWN\naws_secret_access_key = x\n');
    const failure = await failureOf(profile('default'));
    expect(failure?.cause).toBe('rejected');
    expect(failure?.message).toContain('The security token included in the request is invalid');
  });

  test('that have expired', async ({ ecr }) => {
    const message = 'The security token included in the request is expired';
    ecr.state.accessKeys.set('ASIAOLD', { type: 'ExpiredTokenException', message });
    await ecr.configure('', '[default]\naws_access_key_id = ASIAOLD\naws_secret_access_key = x\n');
    expect(await failureOf(profile('default'))).toMatchObject({ cause: 'expired' });
  });

  test('that lack a permission: it is named', async ({ ecr }) => {
    ecr.state.failures.set('GetAuthorizationToken', {
      type: 'AccessDeniedException',
      message:
        'User: arn:aws:iam::123456789012:user/ada is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action',
    });
    expect(await failureOf(profile('default'))).toEqual({
      cause: 'denied',
      action: 'ecr:GetAuthorizationToken',
      message:
        'The permission ecr:GetAuthorizationToken is missing. Whoever manages the account can add it to your role or user.',
    });
  });
});

describe('the way to AWS', () => {
  test('that is closed', async ({ ecr }) => {
    expect(ecr.host).toBeTruthy();
    vi.stubEnv('AWS_ENDPOINT_URL_ECR', 'http://127.0.0.1:9');
    const failure = await failureOf(profile('default'));
    expect(failure?.cause).toBe('network');
    expect(failure?.message).toContain('ECONNREFUSED');
  });

  test('that has no address: the region may be wrong', async ({ ecr }) => {
    expect(ecr.host).toBeTruthy();
    // A label of more than 63 characters is no name at all, so that no name server is asked.
    vi.stubEnv('AWS_ENDPOINT_URL_ECR', `http://${'x'.repeat(64)}.invalid`);
    const failure = await failureOf(profile('default'), { region: 'nowhere-1' });
    expect(failure?.cause).toBe('network');
    expect(failure?.message).toContain('that there is such a region');
  });

  test('that is crowded, or broken at its end', async ({ ecr }) => {
    ecr.state.failures.set('GetAuthorizationToken', { type: 'ThrottlingException', message: 'Rate exceeded' });
    expect(await failureOf(profile('default'))).toMatchObject({ cause: 'busy' });
    ecr.state.failures.set('GetAuthorizationToken', { type: 'ServerException', message: 'boom', status: 500 });
    expect(await failureOf(profile('default'))).toMatchObject({ cause: 'busy' });
  });

  test('that says something new: its own words and name', async ({ ecr }) => {
    ecr.state.failures.set('GetAuthorizationToken', { type: 'BrandNewException', message: 'Never seen.' });
    expect(await failureOf(profile('default'))).toEqual({
      cause: 'other',
      message: 'AWS: Never seen. (BrandNewException)',
    });
  });
});

test('no failure says a secret', async ({ ecr }) => {
  await ecr.configure('', '[default]\naws_access_key_id = AKIAUNKNOWN\naws_secret_access_key = very-secret\n');
  expect(JSON.stringify(await failureOf(profile('default')))).not.toContain('very-secret');
});

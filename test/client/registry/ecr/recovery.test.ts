import { describe, expect, test } from 'vitest';
import { EngineError } from '../../../../client/src/engine/error.ts';
import { digest, type Scene, scene, title } from '../../../support/ecrScene.ts';
import { sdkError } from '../../../support/fakeAws.ts';
import { typed } from '../../../support/ui.ts';

describe('after a failure', () => {
  const expired = (): Error =>
    sdkError(
      'CredentialsProviderError',
      `The SSO session associated with this profile has expired. To refresh this SSO session run aws sso login with the corresponding profile.`,
    );
  const withSso = (...names: string[]): Scene => {
    const it = scene(...names);
    it.aws.profiles = [{ name: `corp's "best"`, kind: 'sso', region: 'eu-west-1' }];
    it.ui.onPick(title, 'corp').onPick(title, 'eu-west-1');
    return it;
  };

  test('the AWS CLI signs in, its profile handed over as data, and the push goes on', async () => {
    const it = withSso('team/web');
    it.awsCli = '/opt/aws';
    it.aws.failures.set('repositories', [expired()]);
    it.ui
      .onNotify('has expired', 'Run “aws sso login”')
      .onProgram('aws sso login', 0)
      .onPick(title, 'team/web')
      .onInput(title, '1');
    expect(await it.run()).toMatchObject({ digest });
    it.done();
    expect(it.ui.programs).toEqual([
      { name: 'aws sso login', program: '/opt/aws', args: ['sso', 'login', '--profile', `corp's "best"`] },
    ]);
    expect(it.aws.connections).toHaveLength(2);
  });

  test('a sign-in that fails leaves the question standing', async () => {
    const it = withSso('team/web');
    it.awsCli = '/opt/aws';
    it.aws.failures.set('repositories', [expired()]);
    it.ui.onNotify('has expired', 'Run “aws sso login”').onProgram('aws sso login', 1);
    expect(await it.run()).toBeUndefined();
    it.done();
    expect(it.ui.notifications).toHaveLength(2);
  });

  test('without the AWS CLI the command is copied, quoted for a shell', async () => {
    const it = withSso('team/web');
    it.aws.failures.set('repositories', [expired()]);
    it.ui
      .onNotify('has expired', 'Copy command')
      .onNotify('has expired', 'Try again')
      .onPick(title, 'team/web')
      .onInput(title, '1');
    expect(await it.run()).toMatchObject({ digest });
    it.done();
    expect(it.ui.clipboard).toBe(`aws sso login --profile 'corp'\\''s "best"'`);
  });

  test('another profile asks for region and repository again, not for the tag', async () => {
    const it = scene('team/web');
    it.aws.profiles = [
      { name: 'default', kind: 'keys' },
      { name: 'other', kind: 'keys', region: 'us-east-2' },
    ];
    it.aws.failures.set('authorize', [sdkError('UnrecognizedClientException', 'The security token is invalid.')]);
    it.answer();
    it.ui
      .onNotify('AWS does not accept the keys of profile “default”', 'Choose another profile…')
      .onPick(title, 'other')
      .onPick(title, 'us-east-2', (rows) => expect(rows[0]?.label).toBe('us-east-2'))
      .onPick(title, 'team/web');
    expect(await it.run()).toMatchObject({ tag: '1' });
    it.done();
    expect(it.aws.connections.map(({ source }) => source)).toMatchObject([{ name: 'default' }, { name: 'other' }]);
  });

  test('another region keeps the profile', async () => {
    const it = scene('team/web');
    const lost = sdkError('Error', 'getaddrinfo ENOTFOUND api.ecr.eu-west-1.amazonaws.com', { code: 'ENOTFOUND' });
    it.aws.failures.set('repositories', [lost]);
    it.ui
      .onPick(title, 'default')
      .onPick(title, 'eu-west-1')
      .onNotify('that there is such a region', 'Choose another region…')
      .onPick(title, 'eu-west-2')
      .onPick(title, undefined);
    expect(await it.run()).toBeUndefined();
    it.done();
    expect(it.aws.connections.map(({ region }) => region)).toEqual(['eu-west-1', 'eu-west-2']);
  });

  test('trying again asks nothing anew', async () => {
    const it = scene('team/web').answer();
    it.aws.failures.set('authorize', [sdkError('Error', 'connect ECONNREFUSED', { code: 'ECONNREFUSED' })]);
    it.ui.onNotify('cannot be reached', 'Try again');
    expect(await it.run()).toMatchObject({ digest });
    it.done();
    expect(it.aws.connections).toHaveLength(1);
  });

  test('a repository that cannot be created names the permission', async () => {
    const it = scene();
    const message = 'User: x is not authorized to perform: ecr:CreateRepository on resource: arn:aws:ecr:x';
    it.aws.failures.set('createRepository', [sdkError('AccessDeniedException', message)]);
    it.ui
      .onPick(title, 'default')
      .onPick(title, 'eu-west-1')
      .onPick(title, typed('team/new'))
      .onPickMany('Create team/new', 'preset')
      .onNotify('The permission ecr:CreateRepository on arn:aws:ecr:x is missing', 'Copy details');
    expect(await it.run()).toBeUndefined();
    it.done();
    expect(it.ui.clipboard).toContain('ecr:CreateRepository');
  });

  test('a repository that is missing though it was created is told', async () => {
    const it = scene('team/web').answer();
    const missing = `name unknown: The repository with name 'team/web' does not exist in the registry with id '1'`;
    it.images.refusals.push(missing, missing);
    it.ui.onAsk('There is no repository team/web', 'Create…').onPickMany('Create team/web', 'preset');
    await expect(it.run()).rejects.toThrow('has no repository for');
    it.done();
    expect(it.aws.created).toHaveLength(1);
  });

  test('an immutable tag may be taken several times', async () => {
    const it = scene('team/web').answer();
    const taken = 'tag invalid: The image tag already exists and cannot be overwritten because it is immutable.';
    it.images.refusals.push(taken, taken);
    it.ui.onInput(title, '2', { rejected: ['1'] }).onInput(title, '3', { rejected: ['2'] });
    expect(await it.run()).toMatchObject({ tag: '3' });
    it.done();
  });

  test('the engine’s own errors pass', async () => {
    const it = scene('team/web').answer();
    it.images.tag = async () => {
      throw new EngineError('not-running', 'No engine.');
    };
    await expect(it.run()).rejects.toMatchObject({ kind: 'not-running' });
    it.done();
  });

  test('no token is in what was shown, logged or remembered', async () => {
    const it = scene('team/web').answer();
    it.images.refusals.push('denied: Your authorization token has expired. Reauthenticate and try again.');
    expect(await it.run()).toBeDefined();
    expect(it.images.passwords).toEqual(['token-1', 'token-2']);
    const { notifications, logged, progresses, clipboard } = it.ui;
    const shown = progresses.map(({ options, messages }) => [options, messages]);
    expect(JSON.stringify([notifications, logged, shown, clipboard, [...it.memory]])).not.toContain('token-');
  });
});

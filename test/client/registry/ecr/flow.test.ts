import { describe, expect, test } from 'vitest';
import { digest, host, scene, title, web } from '../../../support/ecrScene.ts';
import { typed } from '../../../support/ui.ts';

test('tags, pushes with the token as password, and answers digest and URI', async () => {
  const it = scene('team/web').answer();
  const pushed = await it.run();
  it.done();
  const uri = `${host}/team/web:1`;
  expect(pushed).toMatchObject({ uri, digest, tag: '1' });
  expect(it.images.asked).toEqual([`tag team/web:1 ${host}/team/web:1`, `push ${uri}`]);
  expect(it.images.passwords).toEqual(['token-1']);
});

describe('the questions', () => {
  test.for(['profile', 'region', 'repository', 'tag'])('dismissing the one for the %s ends it', async (which) => {
    const it = scene('team/web');
    const answers = ['profile', 'region', 'repository', 'tag'];
    for (const question of answers.slice(0, answers.indexOf(which) + 1)) {
      const answer = { profile: 'default', region: 'eu-west-1', repository: 'team/web' }[question];
      const dismissed = question === which;
      if (question === 'tag') it.ui.onInput(title, undefined);
      else it.ui.onPick(title, dismissed ? undefined : answer);
    }
    expect(await it.run()).toBeUndefined();
    it.done();
    expect(it.images.asked).toEqual([]);
    expect(it.memory.size).toBe(0);
  });

  test('profiles say what they are; the one of AWS_PROFILE has the focus', async () => {
    const it = scene();
    it.aws.profiles = [
      { name: 'default', kind: 'keys' },
      { name: 'corp', kind: 'sso', account: '111122223333', region: 'us-east-2' },
    ];
    it.aws.more = { profile: 'corp', environment: true, instance: true };
    it.ui.onPick(title, undefined, (rows) => {
      expect(rows).toMatchObject([
        { label: 'default', description: 'access keys', picked: false },
        { label: 'corp', description: 'IAM Identity Center · 111122223333 · us-east-2', picked: true },
        { label: 'Environment' },
        { label: 'This machine’s role' },
      ]);
    });
    await it.run();
    it.done();
  });

  test('keys in the environment go before the profiles, as in the SDK', async () => {
    const it = scene();
    it.aws.more = { environment: true };
    it.ui.onPick(title, undefined, (rows) => {
      expect(rows.find(({ picked }) => picked === true)?.label).toBe('Environment');
    });
    await it.run();
  });

  test('without any credentials the way to some is offered', async () => {
    const it = scene();
    it.aws.profiles = [];
    it.ui.onPick(title, 'Set up AWS credentials…');
    expect(await it.run()).toBeUndefined();
    expect(it.ui.urls).toEqual([expect.stringContaining('https://docs.aws.amazon.com/cli/')]);
    it.awsCli = '/usr/local/bin/aws';
    it.ui.onPick(title, 'Set up AWS credentials…').onProgram('aws configure', 0);
    expect(await it.run()).toBeUndefined();
    expect(it.ui.programs).toEqual([
      { name: 'aws configure', program: '/usr/local/bin/aws', args: ['configure', 'sso'] },
    ]);
    it.done();
  });

  test('the region: of the image’s own name, else the last with this profile, else the profile’s', async () => {
    const first = (expected: string) => (rows: readonly { label: string; picked?: boolean }[]) => {
      expect(rows[0]).toMatchObject({ label: expected, picked: true });
      expect(rows.filter(({ label }) => label === expected)).toHaveLength(1);
    };
    const it = scene();
    it.ui.onPick(title, 'default').onPick(title, undefined, first('eu-west-1'));
    await it.run();
    it.memory.set('ecr.place', { source: { kind: 'profile', name: 'default' }, region: 'xx-new-1' });
    it.ui.onPick(title, 'default').onPick(title, undefined, first('xx-new-1'));
    await it.run();
    it.ui.onPick(title, 'default').onPick(title, undefined, first('ap-south-1'));
    await it.run({ ...web, region: 'ap-south-1' });
    it.done();
  });

  test('a region that is not listed is typed', async () => {
    const it = scene('team/web');
    it.ui.onPick(title, 'default').onPick(title, typed('eu-isoe-west-1')).onPick(title, undefined);
    await it.run();
    it.done();
    expect(it.aws.connections).toMatchObject([{ region: 'eu-isoe-west-1' }]);
  });

  test('of thousands of repositories the image’s own stands first', async () => {
    const it = scene(...Array.from({ length: 3000 }, (_, index) => `app-${index}`), 'team/web');
    it.ui
      .onPick(title, 'default')
      .onPick(title, 'eu-west-1')
      .onPick(title, undefined, (rows) => {
        expect(rows).toHaveLength(3002);
        expect(rows[0]).toMatchObject({ label: 'team/web', picked: true });
      });
    await it.run();
    it.done();
    expect(it.ui.progresses.at(-1)?.messages.at(-1)).toBe('3001');
  });

  test('what was remembered in another shape is not asked after', async () => {
    const it = scene('team/web');
    it.memory.set('ecr.push.team/web', { source: 'default', region: 4 });
    it.memory.set('ecr.place', 'eu-west-1');
    it.answer();
    expect(await it.run()).toBeDefined();
    it.done();
  });

  test('a remembered profile that is gone is not offered again', async () => {
    const it = scene('team/web');
    const last = { source: { kind: 'profile', name: 'gone' }, region: 'eu-west-1', repository: 'team/web' };
    it.memory.set('ecr.push.team/web', last);
    it.ui.onPick(title, undefined, (rows) => expect(rows.map(({ label }) => label)).toEqual(['default']));
    await it.run();
    it.done();
  });

  test('an MFA device’s code is asked for; dismissing it ends the push quietly', async () => {
    const it = scene('team/web');
    it.aws.mfaDevice = 'arn:aws:iam::123456789012:mfa/ada';
    it.answer();
    it.ui.onInput(title, ' 123456 ', { rejected: ['', '12345', 'abcdef'] });
    expect(await it.run()).toBeDefined();
    expect(it.aws.codes).toEqual(['123456']);
    it.ui.onPick(title, 'Again').onInput(title, '2').onInput(title, undefined);
    await expect(it.run()).rejects.toMatchObject({ name: 'AbortError' });
    it.done();
  });
});

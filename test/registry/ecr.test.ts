import { describe, expect, vi } from 'vitest';
import { pushImageToEcr } from '../../client/src/commands/image/pushToEcr.ts';
import * as aws from '../../client/src/registry/ecr/aws.ts';
import { type Desk, openDesk } from '../support/commandContext.ts';
import type { EcrStandIn } from '../support/ecr.ts';
import type { TestEngine } from '../support/engine.ts';
import { importImage, test } from '../support/registryFixtures.ts';
import { typed } from '../support/ui.ts';

/** Push to Amazon ECR, whole: the command, the real AWS SDK, the real engine, a real registry behind the stand-in. */
async function openEcr(
  engine: TestEngine,
  tag: string,
): Promise<Desk & Disposable & { push(): Promise<void>; names(): Promise<string[]> }> {
  const id = await importImage(engine, { name: tag, bytes: 500_000 });
  const desk = await openDesk(engine.engine);
  Object.assign(desk.services, { aws: async () => aws });
  const push = async (): Promise<void> => {
    const image = desk.store.images.get(id);
    if (image === undefined) throw new Error(`${tag} is not in the store`);
    await pushImageToEcr.run(desk.context, [{ image, tag }]);
  };
  const names = async (): Promise<string[]> => {
    const images = await engine.engine.images.list();
    return images.filter((image) => image.id === id).flatMap(({ tags }) => tags);
  };
  return { ...desk, push, names, [Symbol.dispose]: () => desk.dispose() };
}

const region = 'eu-west-1';
const operations = (ecr: EcrStandIn): string[] => ecr.state.calls.map(({ operation }) => operation);

describe('the main way', () => {
  test('picks profile, region, repository and tag, and reports the registry’s digest', async ({ engine, ecr }) => {
    for (const name of ['team/api', 'team/web', 'zoo']) ecr.state.create(name);
    using desk = await openEcr(engine, 'gantry-test/web:1.0');
    desk.ui
      .onPick('Push to Amazon ECR', 'default', (rows) => {
        expect(rows.find(({ picked }) => picked === true)).toMatchObject({ label: 'default' });
      })
      .onPick('Push to Amazon ECR', region, (rows) => {
        expect(rows[0]).toMatchObject({ label: region, description: 'Ireland', picked: true });
      })
      .onPick('Push to Amazon ECR', 'team/web', (rows) => {
        expect(rows.map(({ label }) => label)).toEqual(['team/api', 'team/web', 'zoo', 'Create repository…']);
      })
      .onInput('Push to Amazon ECR', '1.0', { rejected: ['', '.x', 'a b', 'a/b'] })
      .onNotify('Pushed', 'Copy URI');
    await desk.push();
    desk.ui.done();
    const uri = `${ecr.host}/team/web:1.0`;
    const digest = await ecr.digestOf('team/web', '1.0');
    expect(digest).toMatch(/^sha256:/);
    expect(desk.ui.notifications).toEqual([
      { severity: 'info', text: `Pushed ${uri}. Its digest is ${digest}.`, actions: ['Copy URI', 'Copy digest'] },
    ]);
    expect(desk.ui.clipboard).toBe(uri);
    expect(await desk.names()).toEqual([uri, 'gantry-test/web:1.0']);
    expect(operations(ecr)).toEqual(['DescribeRepositories', 'GetAuthorizationToken']);
  });

  test('is two answers the next time', async ({ engine, ecr }) => {
    ecr.state.create('team/again');
    using desk = await openEcr(engine, 'gantry-test/again:1');
    const title = 'Push to Amazon ECR';
    desk.ui.onPick(title, 'default').onPick(title, region).onPick(title, 'team/again').onInput(title, '1');
    await desk.push();
    desk.ui
      .onPick(title, 'Again to team/again', (rows) => {
        expect(rows[0]).toMatchObject({ description: `${region}, profile default`, picked: true });
      })
      .onInput(title, '2');
    await desk.push();
    desk.ui.done();
    expect(await ecr.digestOf('team/again', '2')).toBe(await ecr.digestOf('team/again', '1'));
    expect(JSON.stringify([...desk.services.memory])).not.toMatch(/AKIA|secret|token/i);
  });

  test('creates a repository on the way, as asked', async ({ engine, ecr }) => {
    using desk = await openEcr(engine, 'gantry-test/created:1');
    const title = 'Push to Amazon ECR';
    desk.ui
      .onPick(title, 'default')
      .onPick(title, region)
      .onPick(title, typed('shop/cart'))
      .onPickMany('Create shop/cart in eu-west-1', ['Scan on push', 'Immutable tags', 'KMS'])
      .onInput('KMS key of shop/cart', 'alias/mine', { rejected: ['not a key'] })
      .onInput(title, 'v1');
    await desk.push();
    desk.ui.done();
    expect(ecr.state.repositories.get('shop/cart')).toMatchObject({
      immutable: true,
      scanOnPush: true,
      encryption: { encryptionType: 'KMS', kmsKey: 'alias/mine' },
    });
    expect(await ecr.digestOf('shop/cart', 'v1')).toBeDefined();
  });

  test('suggests the image’s own name for a new repository, and AWS’s defaults', async ({ engine, ecr }) => {
    using desk = await openEcr(engine, 'gantry-test/my__app:1');
    const title = 'Push to Amazon ECR';
    desk.ui
      .onPick(title, 'default')
      .onPick(title, region)
      .onPick(title, 'Create repository…')
      .onInput(title, 'gantry-test/my-app', { rejected: ['', 'x', 'Team/x', 'a//b', 'a__b', 'x'.repeat(257)] })
      .onPickMany('Create gantry-test/my-app', 'preset')
      .onInput(title, '1');
    await desk.push();
    desk.ui.done();
    expect(ecr.state.repositories.get('gantry-test/my-app')).toMatchObject({
      immutable: false,
      scanOnPush: true,
      encryption: { encryptionType: 'AES256' },
    });
  });
});

describe('recovers', () => {
  const title = 'Push to Amazon ECR';
  /** Answers up to the tag for a repository that was pushed to before. */
  const again = (desk: Desk, repository: string): void => {
    const key = 'ecr.push.gantry-test/recover';
    desk.services.memory.set(key, { source: { kind: 'profile', name: 'default' }, region, repository });
    desk.ui.onPick(title, `Again to ${repository}`);
  };

  test('a missing repository: creates it and pushes again', async ({ engine, ecr }) => {
    using desk = await openEcr(engine, 'gantry-test/recover:1');
    again(desk, 'team/missing');
    desk.ui
      .onInput(title, '1')
      .onAsk('There is no repository team/missing in eu-west-1', 'Create…')
      .onPickMany('Create team/missing', 'preset');
    await desk.push();
    desk.ui.done();
    expect(await ecr.digestOf('team/missing', '1')).toBeDefined();
    expect(operations(ecr)).toEqual(['GetAuthorizationToken', 'CreateRepository', 'GetAuthorizationToken']);
  });

  test('a missing repository that is not wanted ends it', async ({ engine, ecr }) => {
    using desk = await openEcr(engine, 'gantry-test/recover:1');
    again(desk, 'team/missing');
    desk.ui.onInput(title, '1').onAsk('There is no repository', undefined);
    await desk.push();
    desk.ui.done();
    expect(desk.ui.notifications).toEqual([]);
    expect(ecr.state.repositories.size).toBe(0);
  });

  test('an expired token: fetches it anew and goes on, once', async ({ engine, ecr }) => {
    ecr.state.create('team/web');
    using desk = await openEcr(engine, 'gantry-test/recover:1');
    again(desk, 'team/web');
    desk.ui.onInput(title, '1');
    // The token expires between its fetch and the push, the first time.
    const tag = vi.spyOn(engine.engine.images, 'tag');
    tag.mockImplementationOnce(async (reference, target) => {
      ecr.state.expireTokens();
      tag.mockRestore();
      await engine.engine.images.tag(reference, target);
    });
    await desk.push();
    desk.ui.done();
    expect(await ecr.digestOf('team/web', '1')).toBeDefined();
    expect(operations(ecr)).toEqual(['GetAuthorizationToken', 'GetAuthorizationToken']);
  });

  test('a token that is refused again is told, not tried for ever', async ({ engine, ecr }) => {
    ecr.state.create('team/web');
    using desk = await openEcr(engine, 'gantry-test/recover:1');
    again(desk, 'team/web');
    desk.ui.onInput(title, '1');
    const { tag } = engine.engine.images;
    using expiring = vi.spyOn(engine.engine.images, 'tag');
    expiring.mockImplementation(async (reference, target) => {
      ecr.state.expireTokens();
      await tag(reference, target);
    });
    await desk.push();
    expect(desk.ui.notifications[0]?.text).toContain('The registry refuses the token that AWS just gave');
    expect(operations(ecr)).toHaveLength(2);
  });

  test('an immutable tag: asks for another one', async ({ engine, ecr }) => {
    ecr.state.create('team/fixed', { immutable: true });
    using desk = await openEcr(engine, 'gantry-test/recover:1');
    again(desk, 'team/fixed');
    desk.ui.onInput(title, 'v1');
    await desk.push();
    const first = await ecr.digestOf('team/fixed', 'v1');
    desk.dispose();

    using other = await openEcr(engine, 'gantry-test/recover:1');
    again(other, 'team/fixed');
    other.ui.onInput(title, 'v1').onInput(title, 'v2', { rejected: ['v1', ''] });
    await other.push();
    other.ui.done();
    expect(await ecr.digestOf('team/fixed', 'v1')).toBe(first);
    expect(await ecr.digestOf('team/fixed', 'v2')).not.toBe(first);
  });

  test('a permission that the registry misses: names it', async ({ engine, ecr }) => {
    ecr.state.create('team/web');
    ecr.state.pushDenied =
      'User: arn:aws:iam::123456789012:user/ada is not authorized to perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:eu-west-1:123456789012:repository/team/web';
    using desk = await openEcr(engine, 'gantry-test/recover:1');
    again(desk, 'team/web');
    desk.ui.onInput(title, '1').onNotify('ecr:InitiateLayerUpload', 'Copy details');
    await desk.push();
    desk.ui.done();
    expect(desk.ui.clipboard).toContain(
      'ecr:InitiateLayerUpload on arn:aws:ecr:eu-west-1:123456789012:repository/team/web',
    );
  });

  test('repositories that may not be listed: the name is typed', async ({ engine, ecr }) => {
    ecr.state.create('team/web');
    ecr.state.failures.set('DescribeRepositories', {
      type: 'AccessDeniedException',
      message:
        'User: arn:aws:iam::123456789012:user/ada is not authorized to perform: ecr:DescribeRepositories on resource: *',
    });
    using desk = await openEcr(engine, 'gantry-test/unlisted:1');
    desk.ui
      .onPick(title, 'default')
      .onPick(title, region)
      .onNotify('ecr:DescribeRepositories', 'Type the name…')
      .onInput(title, 'team/web', { rejected: ['', 'Team'] })
      .onInput(title, '1');
    await desk.push();
    desk.ui.done();
    expect(await ecr.digestOf('team/web', '1')).toBeDefined();
  });

  test('a registry that is away for a moment: the engine tries again, and the progress says so', async ({
    engine,
    ecr,
  }) => {
    ecr.state.create('team/web');
    ecr.state.hiccups = 1;
    using desk = await openEcr(engine, 'gantry-test/recover:1');
    again(desk, 'team/web');
    desk.ui.onInput(title, '1');
    await desk.push();
    desk.ui.done();
    expect(await ecr.digestOf('team/web', '1')).toBeDefined();
    expect(desk.ui.progresses.at(-1)?.messages.join()).toMatch(/trying again in \d+ s/);
  });

  test('a cancelled push ends as a cancellation, with nothing said', async ({ engine, ecr }) => {
    ecr.state.create('team/web');
    using desk = await openEcr(engine, 'gantry-test/recover:1');
    again(desk, 'team/web');
    desk.ui.onInput(title, '1');
    desk.ui.onProgress = (shown) => shown.cancel();
    await expect(desk.push()).rejects.toMatchObject({ name: 'AbortError' });
    expect(desk.ui.notifications).toEqual([]);
    expect(await ecr.digestOf('team/web', '1')).toBeUndefined();
  });
});

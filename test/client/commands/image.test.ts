import { describe, expect, it } from 'vitest';
import { copyImageId } from '../../../client/src/commands/image/copyId.ts';
import { copyImageReference } from '../../../client/src/commands/image/copyReference.ts';
import { showImageHistory } from '../../../client/src/commands/image/history.ts';
import { inspectImage } from '../../../client/src/commands/image/inspect.ts';
import { pullImage, pullImageAgain } from '../../../client/src/commands/image/pull.ts';
import { tagImage } from '../../../client/src/commands/image/tag.ts';
import type { RegistryCredentials, TransferEvent } from '../../../client/src/engine/engine.ts';
import { EngineError } from '../../../client/src/engine/error.ts';
import { bench, imageRow, type Bench } from './bench.ts';

const digest = `sha256:${'d'.repeat(64)}`;

describe('pull', () => {
  interface Pulled {
    readonly reference: string;
    readonly credentials: RegistryCredentials | undefined;
  }

  /** An engine that pulls an image in two layers; `before` may throw what a registry has against it. */
  async function pulling(before: (pulled: Pulled, signal: AbortSignal) => void = () => {}) {
    const pulls: Pulled[] = [];
    const desk = await bench((engine) => {
      engine.images.pull = async function* (reference, { credentials, platform }, signal) {
        expect(platform).toBeUndefined();
        const pulled = { reference, credentials };
        pulls.push(pulled);
        before(pulled, signal);
        yield { kind: 'layer', id: 'a', status: 'Downloading', current: 5, total: 10 } satisfies TransferEvent;
        signal.throwIfAborted();
        yield { kind: 'layer', id: 'a', status: 'Pull complete' } satisfies TransferEvent;
        const known = (await engine.images.list()).some(({ tags }) => tags.includes(reference));
        if (!known) engine.addImage({ tags: [reference] });
        yield { kind: 'done', digest } satisfies TransferEvent;
      };
    });
    return { desk, pulls };
  }

  it('takes any name, with the tag that Docker takes, and tells the digest', async () => {
    const { desk, pulls } = await pulling();
    desk.ui
      .onInput('Pull an image', ' registry.example.com:5000/team/web ', {
        rejected: ['', 'Web', 'a b', 'https://example.com/web', 'web:', 'web@sha256:1'],
      })
      .onNotify('Pulled', 'Copy digest');
    await desk.use(pullImage);
    expect(pulls).toEqual([{ reference: 'registry.example.com:5000/team/web:latest', credentials: undefined }]);
    expect(desk.ui.notifications).toMatchObject([
      { severity: 'info', text: `Pulled registry.example.com:5000/team/web:latest. Its digest is ${digest}.` },
    ]);
    expect(desk.ui.clipboard).toBe(digest);
    expect(desk.ui.progresses).toMatchObject([{ percent: 100, options: { cancellable: true } }]);
  });

  it('goes on with a sign-in for this once when the registry refuses', async () => {
    const { desk, pulls } = await pulling(({ credentials }) => {
      if (credentials?.password !== 'secret')
        throw new EngineError('unauthorized', 'unauthorized: authentication required');
    });
    desk.ui
      .onInput('Pull an image', 'example.com/web:1')
      .onNotify('wants credentials', 'Sign in for this pull…')
      .onInput('Sign in to example.com', 'ada')
      .onInput('Sign in to example.com', 'secret');
    await desk.use(pullImage);
    desk.ui.done();
    expect(pulls.map(({ credentials }) => credentials?.username)).toEqual([undefined, 'ada']);
    expect(desk.ui.notifications.at(-1)?.text).toMatch(/^Pulled example\.com\/web:1\./);
    expect(JSON.stringify([desk.ui.notifications, desk.ui.logged, [...desk.services.memory]])).not.toContain('secret');
  });

  it('ends quietly when the name is not given or cancel is pressed', async () => {
    const { desk, pulls } = await pulling();
    desk.ui.onInput('Pull an image');
    await desk.use(pullImage);
    expect(pulls).toEqual([]);
    desk.ui.onProgress = (shown) => shown.cancel();
    desk.ui.onInput('Pull an image', 'web');
    await desk.use(pullImage);
    expect(desk.ui.notifications).toEqual([]);
    expect(await desk.engine.images.list()).toEqual([]);
  });

  it('says what the registry has against it', async () => {
    const { desk } = await pulling(() => {
      throw new EngineError('not-found', 'manifest for web:9 not found: manifest unknown');
    });
    desk.ui.onInput('Pull an image', 'web:9');
    await desk.use(pullImage);
    expect(desk.ui.notifications).toMatchObject([{ severity: 'error' }]);
    expect(desk.ui.notifications[0]?.text).toContain('There is no web:9.');
  });

  it('again takes each chosen tag, and says which were up to date', async () => {
    const { desk, pulls } = await pulling();
    desk.engine.addImage({ tags: ['a:1', 'b:1'] });
    await desk.store.refresh();
    await desk.use(pullImageAgain, imageRow(desk, 'a:1'), imageRow(desk, 'b:1'));
    expect(pulls.map(({ reference }) => reference)).toEqual(['a:1', 'b:1']);
    expect(desk.ui.notifications.map(({ text }) => text)).toEqual([
      `a:1 was up to date. Its digest is ${digest}.`,
      `b:1 was up to date. Its digest is ${digest}.`,
    ]);
  });
});

describe('tag', () => {
  const tags = async ({ engine }: Bench): Promise<(readonly string[])[]> =>
    (await engine.images.list()).map((image) => image.tags);

  it('adds a name that is sound and new', async () => {
    const desk = await bench((engine) => void engine.addImage({ tags: ['web:1', 'web:latest'] }));
    desk.ui.onInput('Tag web:1', 'localhost:5000/team/web', {
      rejected: ['', 'Web', 'web:1', 'web', 'docker.io/library/web:1', `web@${digest}`],
    });
    await desk.use(tagImage, imageRow(desk, 'web:1'));
    expect(await tags(desk)).toEqual([['localhost:5000/team/web:latest', 'web:1', 'web:latest']]);
    expect(desk.ui.notifications).toMatchObject([{ text: 'web:1 is now also localhost:5000/team/web:latest.' }]);
  });

  it('takes a name from another image only when that is said', async () => {
    const desk = await bench((engine) => {
      engine.addImage({ tags: ['web:1'] });
      const { id } = engine.addImage({ tags: ['old:1'] });
      engine.addContainer({ name: 'user', state: 'running', imageId: id });
    });
    const question = 'old:1 is the name of another image. Move it?';
    desk.ui.onInput('Tag', 'old:1').onAsk(question, undefined, ({ detail }) => {
      expect(detail).toMatch(/^The other image is [0-9a-f]{12} \(4\.2 MB, created .*\)\. It has no tag then\./);
      expect(detail).toContain('used by user (running)');
    });
    await desk.use(tagImage, imageRow(desk, 'web:1'));
    expect(await tags(desk)).toEqual([['web:1'], ['old:1']]);
    desk.ui.onInput('Tag', 'old:1').onAsk(question, 'Move the name');
    await desk.use(tagImage, imageRow(desk, 'web:1'));
    expect(await tags(desk)).toEqual([['old:1', 'web:1'], []]);
  });

  it('changes nothing when the name is not given', async () => {
    const desk = await bench((engine) => void engine.addImage({ tags: ['web:1'] }));
    desk.ui.onInput('Tag web:1');
    await desk.use(tagImage, imageRow(desk, 'web:1'));
    expect(await tags(desk)).toEqual([['web:1']]);
    expect(desk.ui.notifications).toEqual([]);
  });
});

describe('inspect, history and copy', () => {
  it('shows the record as JSON', async () => {
    const desk = await bench((engine) => void engine.addImage({ tags: ['team/web:1'] }));
    const row = imageRow(desk, 'team/web:1');
    await desk.use(inspectImage, row);
    expect(desk.ui.documents[0]?.name).toBe('team/web:1.json');
    expect(JSON.parse(desk.ui.documents[0]?.text ?? '')).toEqual({ Id: row.image.id });
  });

  it('shows the history by the row’s own name', async () => {
    const asked: string[] = [];
    const desk = await bench((engine) => {
      engine.addImage({ tags: ['web:1', 'web:2'] });
      engine.images.history = async (reference) => {
        asked.push(reference);
        return [{ createdAt: 0, createdBy: 'CMD ["sh"]', size: 0, comment: '', tags: [] }];
      };
    });
    await desk.use(showImageHistory, imageRow(desk, 'web:2'));
    expect(asked).toEqual(['web:2']);
    expect(desk.ui.documents[0]?.name).toBe('web:2 history.txt');
    expect(desk.ui.documents[0]?.text).toContain('CMD ["sh"]');
  });

  it('copies references and ids, an id once', async () => {
    const desk = await bench((engine) => {
      engine.addImage({ tags: ['web:1', 'web:2'] });
      engine.addImage({ digests: ['nginx@sha256:abc'] });
      engine.addImage();
    });
    const [web, nginx, none] = [...desk.store.images.keys()];
    const rows = [imageRow(desk, 'web:2'), imageRow(desk, 'web:1'), imageRow(desk, nginx!), imageRow(desk, none!)];
    await desk.use(copyImageReference, ...rows);
    expect(desk.ui.clipboard).toBe(`web:2\nweb:1\nnginx@sha256:abc\n${none}`);
    await desk.use(copyImageId, ...rows);
    expect(desk.ui.clipboard).toBe(`${web}\n${nginx}\n${none}`);
  });
});

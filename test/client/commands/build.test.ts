import { describe, expect, it } from 'vitest';
import { argsWithoutDefault, isSecret } from '../../../client/src/commands/image/buildArgs.ts';
import { buildImage } from '../../../client/src/commands/image/build.ts';
import { suggestedTag } from '../../../client/src/commands/image/suggestedTag.ts';
import type { BuildEvent, BuildOptions } from '../../../client/src/engine/build/build.ts';
import { BuildError, EngineError } from '../../../client/src/engine/error.ts';
import { bench, type Bench } from './bench.ts';

const path = '/src/shop/Dockerfile';
const imageId = `sha256:${'a'.repeat(64)}`;
const running: BuildEvent = { kind: 'step', step: { id: 'x', name: '[1/1] RUN make', state: 'running', startedAt: 1 } };

/** A desk whose engine answers builds with these events, or fails; what it was asked for is kept. */
async function builder(...outcome: readonly (BuildEvent | Error)[]): Promise<{ desk: Bench; asked: BuildOptions[] }> {
  const asked: BuildOptions[] = [];
  const desk = await bench((engine) => void engine.addImage({ id: imageId, tags: ['shop:latest'] }));
  desk.services.folders = ['/src'];
  desk.engine.build = async function* (options: BuildOptions, signal: AbortSignal) {
    asked.push(options);
    for (const event of outcome) {
      if (event instanceof Error) throw event;
      yield event;
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    }
  } as never;
  return { desk, asked };
}
const done: BuildEvent = { kind: 'done', imageId };

describe('build', () => {
  it('builds with what fits the file when Enter is pressed', async () => {
    const { desk, asked } = await builder(running, done);
    desk.ui.onPick('Build Dockerfile in shop', /^Build$/).onNotify('Built shop:latest', 'Copy id');
    await desk.useOnFile(buildImage, path);
    expect(asked).toMatchObject([
      { context: '/src/shop', dockerfile: path, tags: ['shop:latest'], buildArgs: {}, noCache: false, pull: false },
    ]);
    expect(asked[0]).not.toHaveProperty('target');
    expect(desk.services.saved).toEqual([path]);
    expect(desk.ui.clipboard).toBe(imageId);
    expect(desk.ui.progresses).toMatchObject([
      { options: { cancellable: true }, messages: ['1 of 1: [1/1] RUN make'] },
    ]);
    expect(desk.ui.streams[0]?.text).toMatch(
      /^Building shop:latest from .*\nContext: [^]*\n#1 \[1\/1\] RUN make[^]*Built/,
    );
    expect(desk.ui.streams[0]?.ended).toBe(true);
  });

  it('ends with the stage that was clicked, under a tag of its own, and remembers that apart', async () => {
    const { desk, asked } = await builder(done);
    desk.ui.onPick('Build Dockerfile', /^Build$/).onPick('Build Dockerfile', /^Build$/);
    await desk.useOnFile(buildImage, path, 'test');
    await desk.useOnFile(buildImage, path, '');
    expect(asked).toMatchObject([{ target: 'test', tags: ['shop:test'] }, { tags: ['shop:latest'] }]);
    expect(asked[1]).not.toHaveProperty('target');
    const state = (stage: string): string | undefined => desk.services.builds.of({ path, stage })?.state;
    expect([state('test'), state(''), state('other')]).toEqual(['built', 'built', undefined]);
  });

  it('offers the file’s stages and arguments, asks for those without a value, and remembers all but secrets', async () => {
    const { desk, asked } = await builder(done);
    desk.services.outline = {
      stages: [
        { name: 'build', base: 'a', line: 0 },
        { base: 'b', line: 4 },
      ],
      args: [
        { name: 'VERSION', default: '1', line: 1 },
        { name: 'CHANNEL', line: 2 },
        { name: 'NPM_TOKEN', line: 3 },
        { name: 'TARGETARCH', line: 5 },
      ],
    };
    desk.ui
      .onPick('Build Dockerfile', 'Tag')
      .onInput('Tag', 'shop:2', { rejected: ['', 'Shop', 'a b'] })
      .onPick('Build Dockerfile', 'Target stage')
      .onPick('Target stage', 'build', (rows) =>
        expect(rows.map(({ label }) => label)).toEqual(['The last one', 'build', '1']),
      )
      .onPick('Build Dockerfile', 'Build arguments')
      .onPick('Build arguments', 'VERSION=1')
      .onInput('Change a build argument', 'VERSION=2')
      .onPick('Build arguments', 'Done')
      .onPick('Build Dockerfile', 'Platform')
      .onInput('Platform', 'linux/arm64', { rejected: ['arm'] })
      .onPick('Build Dockerfile', 'Cache')
      .onPick('Build Dockerfile', 'Base images')
      .onPick('Build Dockerfile', /^Build$/, (rows) => {
        const values = Object.fromEntries(rows.map(({ label, description }) => [label, description]));
        expect(values).toMatchObject({
          Build: 'shop:2',
          'Build arguments': 'VERSION=2, CHANNEL not set, NPM_TOKEN not set',
          Cache: 'build every step anew',
        });
      })
      .onInput('Build argument CHANNEL', 'beta')
      .onInput('Build argument NPM_TOKEN', 'hush');
    await desk.useOnFile(buildImage, path);
    expect(desk.ui.notifications).toMatchObject([{ text: expect.stringContaining('Built shop:2') as string }]);
    expect(asked).toMatchObject([
      {
        tags: ['shop:2'],
        target: 'build',
        platform: 'linux/arm64',
        noCache: true,
        pull: true,
        buildArgs: { VERSION: '2', CHANNEL: 'beta', NPM_TOKEN: 'hush' },
      },
    ]);
    const everything = JSON.stringify([...desk.services.memory]) + desk.ui.logged.join() + desk.ui.streams[0]?.text;
    expect(everything).not.toContain('hush');
    desk.ui.onPick('Build Dockerfile', /^Build$/).onInput('Build argument NPM_TOKEN', '');
    await desk.useOnFile(buildImage, path);
    desk.ui.done();
    expect(asked[1]).toMatchObject({ tags: ['shop:2'], noCache: false, buildArgs: { VERSION: '2', CHANNEL: 'beta' } });
    expect(asked[1]?.buildArgs).not.toHaveProperty('NPM_TOKEN');
  });

  it('does not build when a question is dismissed', async () => {
    const { desk, asked } = await builder(done);
    desk.services.outline = { stages: [], args: [{ name: 'X', line: 0 }] };
    desk.ui.onPick('Build Dockerfile');
    await desk.useOnFile(buildImage, path);
    desk.ui.onPick('Build Dockerfile', /^Build$/).onInput('Build argument X');
    await desk.useOnFile(buildImage, path);
    expect(asked).toEqual([]);
    expect(desk.ui.streams).toEqual([]);
  });

  it('builds also when the file’s stages cannot be read', async () => {
    const { desk, asked } = await builder(done);
    desk.services.outline = new Error('no server');
    desk.ui.onPick('Build Dockerfile', /^Build$/);
    await desk.useOnFile(buildImage, path);
    expect(asked).toHaveLength(1);
    expect(desk.ui.logged.join('\n')).toContain('no server');
  });

  it('takes another folder for its context', async () => {
    const { desk, asked } = await builder(done, done);
    desk.ui.onPick('Build Dockerfile', 'Context').onPick('Build context', 'The workspace folder src');
    desk.ui.onPick('Build Dockerfile', /^Build$/);
    await desk.useOnFile(buildImage, path);
    desk.ui
      .onPick('Build Dockerfile', 'Context')
      .onPick('Build context', 'Browse')
      .onPickPath('Build context', '/other');
    desk.ui.onPick('Build Dockerfile', /^Build$/);
    await desk.useOnFile(buildImage, path);
    expect(asked.map(({ context }) => context)).toEqual(['/src', '/other']);
  });

  it('underlines the line that failed, until the next build', async () => {
    const { desk } = await builder(running, new BuildError('exit code: 1', { step: '[1/1] RUN make', line: 3 }));
    desk.ui.onPick('Build Dockerfile', /^Build$/).onNotify('failed at [1/1] RUN make: exit code: 1', 'Go to line 3');
    await desk.useOnFile(buildImage, path);
    expect(desk.ui.problems.get(path)).toEqual([{ line: 2, message: 'exit code: 1', severity: 'error' }]);
    expect(desk.ui.files).toEqual([{ path, line: 2 }]);
    expect(desk.ui.streams[0]?.text).toMatch(/Failed after .*: exit code: 1/);
    expect(desk.services.builds.of({ path, stage: '' })?.state).toBe('failed');
    desk.engine.build = async function* () {
      yield done;
    };
    desk.ui.onPick('Build Dockerfile', /^Build$/);
    await desk.useOnFile(buildImage, path);
    expect(desk.ui.problems.get(path)).toEqual([]);
  });

  it('is cancelled without a message', async () => {
    const { desk } = await builder(running, done);
    desk.ui.onProgress = (shown) => setImmediate(() => shown.cancel());
    desk.ui.onPick('Build Dockerfile', /^Build$/);
    await desk.useOnFile(buildImage, path);
    expect(desk.ui.notifications).toEqual([]);
    expect(desk.ui.streams[0]?.text).toContain('Cancelled');
  });

  it.each([
    ['always', true, true],
    ['onFailure', false, true],
    ['never', false, false],
  ])('shows its output as wanted: %s', async (setting, before, after) => {
    const { desk } = await builder(new BuildError('no'));
    desk.services.settings.set('gantry.build.showOutput', setting);
    desk.ui.onProgress = () => expect(desk.ui.streams[0]?.open).toBe(before);
    desk.ui.onPick('Build Dockerfile', /^Build$/);
    await desk.useOnFile(buildImage, path);
    expect(desk.ui.streams[0]?.open).toBe(after);
  });

  it('explains an engine that is away', async () => {
    const { desk } = await builder(new EngineError('not-running', 'connect ENOENT'));
    desk.ui.onPick('Build Dockerfile', /^Build$/);
    await desk.useOnFile(buildImage, path);
    expect(desk.ui.notifications).toMatchObject([{ severity: 'error' }]);
  });

  it('waits for trust', async () => {
    const { desk, asked } = await builder(done);
    desk.services.trusted = false;
    await desk.useOnFile(buildImage, path);
    expect(asked).toEqual([]);
    expect(desk.ui.notifications[0]?.text).toContain('trust');
  });
});

it.each([
  ['/src/shop/Dockerfile', 'shop:latest'],
  ['/src/My Shop (1)/Dockerfile', 'my-shop-1:latest'],
  ['/src/shop/Dockerfile.api', 'shop-api:latest'],
  ['/src/shop/worker.dockerfile', 'shop-worker:latest'],
  ['/src/shop/Containerfile', 'shop:latest'],
  ['/Dockerfile', 'image:latest'],
  ['/src/日本/Dockerfile', 'image:latest'],
])('%s suggests %s', (file, tag) => {
  expect(suggestedTag(file)).toBe(tag);
});

it('asks for no argument that has a default somewhere or that builders know', () => {
  const args = [
    { name: 'A', default: '1', line: 0 },
    { name: 'A', stage: 0, line: 2 },
    { name: 'B', stage: 0, line: 3 },
    { name: 'B', stage: 1, line: 4 },
    { name: 'http_proxy', line: 5 },
    { name: 'BUILDPLATFORM', line: 6 },
    { name: 'E', default: '', line: 7 },
  ];
  expect(argsWithoutDefault(args)).toEqual(['B']);
});

it.each(['NPM_TOKEN', 'DB_PASSWORD', 'apiKey', 'GITHUB_AUTH', 'PRIVATE_KEY'])('%s is a secret', (name) => {
  expect(isSecret(name)).toBe(true);
});

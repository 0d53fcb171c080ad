import { join } from 'node:path';
import { expect } from 'vitest';
import type { TestEngine } from '../support/engine.ts';
import { build, buildContext, logOf, statesOf, writeFiles } from '../support/buildContext.ts';
import { readText } from '../support/engine.ts';
import { engineTest } from '../support/engineTest.ts';

const test = engineTest('build');

/** What a command prints in a container of the image. */
async function output(real: TestEngine, image: string, command: string[]): Promise<string> {
  const id = await real.run({ image, command });
  return readText(real.engine.containers.logs(id, { follow: true }, new AbortController().signal));
}

test('builds stages with arguments, target, labels and tags', async ({ real }) => {
  await using context = await buildContext({
    Dockerfile: `FROM ${real.image} AS build
ARG WHO=nobody
RUN echo "hello $WHO" > /greeting && echo to stderr >&2
FROM ${real.image} AS app
COPY --from=build /greeting /
CMD ["cat", "/greeting"]
FROM ${real.image}
RUN exit 1
`,
  });
  const tags = ['gantry-test/build:app', 'gantry-test/build:second'];
  const events = await build(real, {
    context: context.path,
    tags,
    target: 'app',
    buildArgs: { WHO: 'world' },
    labels: { role: 'greeter' },
    noCache: true,
  });
  const done = events.at(-1)!;
  if (done.kind !== 'done') throw new Error('no end');
  expect(done.imageId).toMatch(/^sha256:[0-9a-f]{64}$/);
  const image = (await real.engine.images.list()).find(({ id }) => id === done.imageId)!;
  expect(image.tags).toEqual(tags);
  expect(image.labels).toEqual({ ...real.labels, role: 'greeter' });
  expect(await output(real, tags[0]!, ['cat', '/greeting'])).toBe('hello world\n');
  expect(logOf(events)).toBe('to stderr\n');
  expect(statesOf(events)).toMatchObject({
    '[internal] load build definition from Dockerfile': 'done',
    '[build 2/2] RUN echo "hello world" > /greeting && echo to stderr >&2': 'done',
    'exporting to image': 'done',
  });
  const times = events.flatMap((event) => (event.kind === 'step' && event.step.completedAt ? [event.step] : []));
  for (const { completedAt, startedAt } of times) expect(completedAt).toBeGreaterThanOrEqual(startedAt!);
});

test('copies files as they are: modes, links, empty folders, names of any kind', async ({ real }) => {
  await using context = await buildContext({
    Dockerfile: `FROM ${real.image}\nWORKDIR /w\nCOPY . .\n`,
    'run.sh': { text: '#!/bin/sh\necho ran\n', mode: 0o750 },
    sticky: { text: '', mode: 0o4755 },
    'to-run': { link: 'run.sh' },
    dangling: { link: '/nowhere/at all' },
    'empty/': '',
    'a b/ü, 日本.txt': 'odd name',
    'a-b': '',
    'a/b/c': 'deep',
    'a.b': '',
    zero: '',
  });
  await build(real, { context: context.path, tags: ['gantry-test/build:files'] });
  const listing = await output(real, 'gantry-test/build:files', [
    'sh',
    '-c',
    'find . -type d | sort; stat -c "%a %U %n" run.sh sticky; ls -l to-run dangling | sed "s/.* \\(.* -> \\)/\\1/"; cat "a b/ü, 日本.txt" a/b/c; ./to-run',
  ]);
  expect(listing).toBe(
    '.\n./a\n./a b\n./a/b\n./empty\n750 root run.sh\n4755 root sticky\ndangling -> /nowhere/at all\nto-run -> run.sh\nodd namedeepran\n',
  );
});

test('leaves out what .dockerignore says, and takes back what it says', async ({ real }) => {
  await using context = await buildContext({
    Dockerfile: `FROM ${real.image}\nCOPY . /w\nRUN cd /w && find . -type f | sort\n`,
    '.dockerignore': '# comment\nnode_modules\n**/*.log\n!keep.log\ndocs/*\n!docs/README.md\n/top\n',
    'node_modules/x/index.js': '',
    'src/node_modules/y.js': '',
    'src/app.log': '',
    'keep.log': '',
    'docs/a.md': '',
    'docs/README.md': '',
    top: '',
    'src/top': '',
  });
  const listed = logOf(await build(real, { context: context.path, noCache: true }));
  expect(listed.trim().split('\n')).toEqual([
    './.dockerignore',
    './Dockerfile',
    './docs/README.md',
    './keep.log',
    './src/node_modules/y.js',
    './src/top',
  ]);
});

test("a Dockerfile's own ignore file wins, and the Dockerfile may lie outside the context", async ({ real }) => {
  await using outside = await buildContext({
    'web.Dockerfile': `FROM ${real.image}\nCOPY . /w\nRUN ls /w\n`,
    'web.Dockerfile.dockerignore': 'b\n',
    'other-secret': 'not for the builder',
  });
  await using context = await buildContext({ a: '', b: '', c: '', '.dockerignore': 'a\n' });
  const dockerfile = join(outside.path, 'web.Dockerfile');
  const events = await build(real, { context: context.path, dockerfile, noCache: true });
  expect(logOf(events)).toBe('a\nc\n');
});

test('a Dockerfile may be a link to elsewhere', async ({ real }) => {
  await using outside = await buildContext({ 'shared.Dockerfile': `FROM ${real.image}\nRUN echo linked\n` });
  await using context = await buildContext({ Dockerfile: { link: join(outside.path, 'shared.Dockerfile') } });
  expect(logOf(await build(real, { context: context.path, noCache: true }))).toBe('linked\n');
});

test('sends only what is copied, and of that only what has changed', async ({ real }) => {
  const sent = (events: Awaited<ReturnType<typeof build>>): number =>
    Math.max(
      ...events.map((event) =>
        event.kind === 'progress' && event.name === 'transferring context:' ? event.current : 0,
      ),
    );
  await using context = await buildContext({
    Dockerfile: `FROM ${real.image}\nCOPY src/*.txt link /w/\n`,
    'huge.bin': new Uint8Array(20_000_000),
    'src/a.txt': 'a'.repeat(100_000),
    'src/b.txt': 'b'.repeat(100_000),
    'src/c.bin': new Uint8Array(1_000_000),
    link: { link: 'real' },
    real: 'r'.repeat(50_000),
  });
  const first = sent(await build(real, { context: context.path }));
  expect(first).toBeGreaterThan(250_000);
  expect(first).toBeLessThan(300_000);
  await writeFiles(context.path, { 'src/b.txt': 'changed' });
  const second = await build(real, { context: context.path });
  expect(sent(second)).toBeLessThan(50_000);
  const third = await build(real, { context: context.path });
  expect(Object.entries(statesOf(third)).find(([name]) => name.includes('COPY'))?.[1]).toBe('cached');
});

test('streams big files', async ({ real }) => {
  const big = Buffer.alloc(60_000_000, 'gantry');
  await using context = await buildContext({ Dockerfile: `FROM ${real.image}\nCOPY big /\nRUN wc -c < /big\n`, big });
  expect(logOf(await build(real, { context: context.path, noCache: true }))).toBe('60000000\n');
});

test('keeps cache mounts from one build to the next', async ({ real }) => {
  const id = `gantry-test-${process.pid}-${performance.now()}`;
  await using context = await buildContext({
    Dockerfile: `FROM ${real.image}\nARG RUN\nRUN --mount=type=cache,id=${id},target=/c echo x >> /c/runs; wc -l < /c/runs\n`,
  });
  expect(logOf(await build(real, { context: context.path, buildArgs: { RUN: 'first' } }))).toBe('1\n');
  expect(logOf(await build(real, { context: context.path, buildArgs: { RUN: 'second' } }))).toBe('2\n');
});

test('stops when it is cancelled, and the engine stops too', async ({ real }) => {
  const id = `gantry-test-lock-${process.pid}-${performance.now()}`;
  const mount = `RUN --mount=type=cache,id=${id},sharing=locked,target=/c`;
  await using context = await buildContext({
    Dockerfile: `FROM ${real.image}\n${mount} echo started; sleep 3600\n`,
    'next.Dockerfile': `FROM ${real.image}\n${mount} echo got it\n`,
  });
  const abort = new AbortController();
  const options = {
    context: context.path,
    dockerfile: join(context.path, 'Dockerfile'),
    tags: [],
    labels: real.labels,
  };
  await expect(
    (async () => {
      for await (const event of real.engine.build(options, abort.signal))
        if (event.kind === 'log' && event.text.includes('started')) abort.abort();
    })(),
  ).rejects.toMatchObject({ name: 'AbortError' });
  // The mount is free again once the cancelled step has ended.
  const next = await build(real, { context: context.path, dockerfile: join(context.path, 'next.Dockerfile') });
  expect(logOf(next)).toBe('got it\n');
  await expect(build(real, { context: context.path }, AbortSignal.abort())).rejects.toMatchObject({
    name: 'AbortError',
  });
});

test('leaving the loop early stops the build', async ({ real }) => {
  await using context = await buildContext({ Dockerfile: `FROM ${real.image}\nRUN sleep 3600\n` });
  const options = { context: context.path, dockerfile: join(context.path, 'Dockerfile'), tags: [] };
  for await (const event of real.engine.build(options, new AbortController().signal)) {
    expect(event.kind).toBe('step');
    break;
  }
});

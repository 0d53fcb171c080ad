import { expect, test } from 'vitest';
import { ImagesInUse } from '../../../client/src/language/imagesInUse.ts';
import type { Disposable } from '../../../client/src/lifecycle.ts';
import { createStore } from '../../../client/src/store/createStore.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';
import { digest } from '../../support/imagesInUse.ts';

interface Desk {
  readonly engine: MemoryEngine;
  readonly answers: ImagesInUse;
  readonly inspected: string[];
  readonly connect: () => Promise<void>;
  readonly disconnect: () => void;
}

function desk(): Desk {
  const engine = new MemoryEngine();
  engine.addImage({ id: 'sha256:1', tags: ['node:20'], digests: [`node@${digest('1')}`], createdAt: 1_000 });
  engine.addImage({
    id: 'sha256:2',
    tags: ['node:22', 'node:latest', 'mirror.example.com/node:22'],
    digests: [`node@${digest('2')}`, `mirror.example.com/node@${digest('3')}`],
    createdAt: 2_000,
  });
  engine.addImage({ id: 'sha256:4', tags: ['acme/app:1'], createdAt: 3_000 });
  const inspected: string[] = [];
  engine.images.inspect = async (id) => {
    inspected.push(id);
    return {
      Config: { Env: ['TOKEN=secret', 'PATH=/bin'], User: 'node', WorkingDir: '/srv', Shell: ['/bin/bash', '-c'] },
    };
  };
  const store = createStore({ engine });
  let watching: Disposable | undefined;
  return {
    engine,
    inspected,
    answers: new ImagesInUse({
      engine,
      store,
      tags: { fetched: (repository) => (repository === 'php' ? ['8', '7'] : []) },
    }),
    connect: async () => {
      watching = store.watch();
      await store.ready();
    },
    disconnect: () => {
      watching?.dispose();
      store.dispose();
    },
  };
}

const second = {
  id: 'sha256:2',
  created: '1970-01-01T00:00:02.000Z',
  env: ['TOKEN', 'PATH'],
  user: 'node',
  workdir: '/srv',
  shell: ['/bin/bash', '-c'],
};

test('the tags of a repository, the newest image first, and what the named one is', async () => {
  const { answers, connect } = desk();
  await connect();
  const created = second.created;
  expect(await answers.of(['docker.io/library/node:22'])).toEqual([
    {
      reference: 'docker.io/library/node:22',
      tags: [
        { tag: '22', id: 'sha256:2', digests: [digest('2')], created },
        { tag: 'latest', id: 'sha256:2', digests: [digest('2')], created },
        { tag: '20', id: 'sha256:1', digests: [digest('1')], created: '1970-01-01T00:00:01.000Z' },
      ],
      published: [],
      image: second,
    },
  ]);
});

test('by latest without a tag, by the digest where there is one, by nothing where it is not here', async () => {
  const { answers, connect } = desk();
  await connect();
  const found = await answers.of(['node', `node:22@${digest('1')}`, `node:22@${digest('9')}`, 'node:18', 'ruby', ' ']);
  expect(found.map(({ reference, image }) => [reference, image?.id])).toEqual([
    ['node', 'sha256:2'],
    [`node:22@${digest('1')}`, 'sha256:1'],
    [`node:22@${digest('9')}`, undefined],
    ['node:18', undefined],
  ]);
});

test('digests of the repository itself only; none for what was built here', async () => {
  const { answers, connect } = desk();
  await connect();
  const found = await answers.of(['mirror.example.com/node:22', 'acme/app:1']);
  expect(found.map(({ tags }) => tags.map(({ digests }) => digests))).toEqual([[[digest('3')]], [[]]]);
});

test('an image is looked into once, and again when that failed', async () => {
  const { answers, connect, engine, inspected } = desk();
  await connect();
  await answers.of(['node:22', 'node:latest']);
  await answers.of(['node:22']);
  expect(inspected).toEqual(['sha256:2']);
  const { inspect } = engine.images;
  engine.images.inspect = () => Promise.reject(new Error('gone'));
  expect((await answers.of(['node:20']))[0]).not.toHaveProperty('image');
  engine.images.inspect = inspect;
  expect((await answers.of(['node:20']))[0]).toHaveProperty('image');
});

test('tags that were fetched from the registry, also of what is not here', async () => {
  const { answers } = desk();
  expect(await answers.of(['php:latest'])).toEqual([{ reference: 'php:latest', tags: [], published: ['8', '7'] }]);
});

test('an engine that is not connected is not contacted; what was known stays', async () => {
  const { answers, connect, disconnect, engine, inspected } = desk();
  expect(await answers.of(['node:22'])).toEqual([]);
  expect([...engine.lists, ...inspected]).toEqual([]);
  await connect();
  await answers.of(['node:22']);
  disconnect();
  const found = await answers.of(['node:22', 'node:20']);
  expect(found.map(({ tags, image }) => [tags.length, image?.id])).toEqual([
    [3, 'sha256:2'],
    [3, undefined],
  ]);
  expect(inspected).toEqual(['sha256:2']);
});

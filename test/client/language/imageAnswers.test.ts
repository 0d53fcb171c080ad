import { describe, expect, test } from 'vitest';
import { createImageAnswers } from '../../../client/src/language/imageAnswers.ts';
import { createStore } from '../../../client/src/store/createStore.ts';
import { readSetting } from '../../../server/src/protocol/readSettings.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';

interface Desk {
  readonly engine: MemoryEngine;
  readonly store: ReturnType<typeof createStore>;
  readonly answers: ReturnType<typeof createImageAnswers>;
  readonly settings: Map<string, unknown>;
  trusted: boolean;
}

function desk(): Desk {
  const engine = new MemoryEngine();
  engine.addImage({ tags: ['old:1'], createdAt: 1_000, size: 5 });
  engine.addImage({ tags: ['new:1', 'new:2'], createdAt: 2_000, size: 7 });
  const store = createStore({ engine });
  const settings = new Map<string, unknown>();
  const all: Desk = {
    engine,
    store,
    settings,
    trusted: true,
    answers: createImageAnswers({
      engine,
      store,
      tags: { ofAllowed: async (repository) => [`of ${repository}`], fetched: () => [] },
      setting: (key) => readSetting(key, settings.get(key)),
      isTrusted: () => all.trusted,
    }),
  };
  return all;
}

const references = (images: readonly { readonly reference: string }[]): string[] =>
  images.map(({ reference }) => reference);

describe('local images', () => {
  test('the newest first, tag by tag, no more than wanted', async () => {
    const { answers } = desk();
    expect(references(await answers['gantry/images']({ limit: 10 }))).toEqual(['new:1', 'new:2', 'old:1']);
    expect(await answers['gantry/images']({ limit: 1 })).toEqual([
      { reference: 'new:1', size: 7, created: '1970-01-01T00:00:02.000Z' },
    ]);
  });

  test('of the store while it is connected, without a list of its own', async () => {
    const { answers, engine, store } = desk();
    const watching = store.watch();
    await store.ready();
    const before = engine.lists.length;
    expect(references(await answers['gantry/images']({ limit: 10 }))).toHaveLength(3);
    expect(engine.lists).toHaveLength(before);
    watching.dispose();
    store.dispose();
  });

  test('no engine is contacted when the setting says so, or in a workspace that is not trusted', async () => {
    const one = desk();
    one.settings.set('gantry.dockerfile.engineImages', false);
    expect(await one.answers['gantry/images']({ limit: 10 })).toEqual([]);
    expect(await one.answers['gantry/image']({ reference: 'new:1' })).toBeNull();
    const other = desk();
    other.trusted = false;
    expect(await other.answers['gantry/images']({ limit: 10 })).toEqual([]);
    expect([...one.engine.lists, ...other.engine.lists]).toEqual([]);
  });

  test('a connection that is there already serves both', async () => {
    const { answers, settings, store } = desk();
    settings.set('gantry.dockerfile.engineImages', false);
    const watching = store.watch();
    await store.ready();
    expect(await answers['gantry/images']({ limit: 10 })).toHaveLength(3);
    watching.dispose();
    store.dispose();
  });
});

test('one image, the values of its variables left out', async () => {
  const { engine, answers } = desk();
  engine.images.inspect = async () => ({
    Id: 'sha256:1',
    Size: 7,
    Created: '2026-01-31T12:00:00Z',
    RepoDigests: ['new@sha256:2'],
    Os: 'linux',
    Architecture: 'arm64',
    Variant: 'v8',
    Config: { Labels: { a: 'b' } },
  });
  engine.images.history = async () => [
    { createdAt: 2, createdBy: 'CMD ["x"]', size: 0, comment: '', tags: [] },
    { createdAt: 1, createdBy: 'ADD rootfs', size: 7, comment: '', tags: [] },
  ];
  engine.images.defaults = async () => ({
    exposedPorts: [{ containerPort: 80, protocol: 'tcp' }],
    volumes: [],
    env: ['TOKEN=secret', 'PATH=/bin'],
    command: [],
    entrypoint: [],
    workingDirectory: '/srv',
    user: 'app',
  });
  expect(await answers['gantry/image']({ reference: 'new:1' })).toEqual({
    reference: 'new:1',
    id: 'sha256:1',
    size: 7,
    created: '2026-01-31T12:00:00Z',
    digests: ['new@sha256:2'],
    platform: 'linux/arm64/v8',
    labels: { a: 'b' },
    layers: [
      { command: 'ADD rootfs', size: 7 },
      { command: 'CMD ["x"]', size: 0 },
    ],
    env: ['TOKEN', 'PATH'],
    user: 'app',
    workdir: '/srv',
    ports: ['80/tcp'],
  });
});

test('tags, of whom may be asked', async () => {
  expect(await desk().answers['gantry/tags']({ repository: 'node' })).toEqual(['of node']);
});

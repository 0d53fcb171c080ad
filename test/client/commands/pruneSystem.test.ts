import { describe, expect, it } from 'vitest';
import { pruneBuildCache } from '../../../client/src/commands/prune/buildCache.ts';
import { pruneNetworks } from '../../../client/src/commands/prune/networks.ts';
import { pruneSystem } from '../../../client/src/commands/prune/system.ts';
import { pruneVolumes } from '../../../client/src/commands/prune/volumes.ts';
import type { BuildCacheUsage, Container } from '../../../client/src/engine/model.ts';
import type { MemoryEngine } from '../../support/memoryEngine.ts';
import { aNetwork, aVolume } from '../../support/memoryStock.ts';
import { bench, type Bench } from './bench.ts';

const mb = 1_000_000;
const mount = (name: string) => ({ type: 'volume', name, source: '', target: '/v', readOnly: false });

function cache(id: string, given: Partial<BuildCacheUsage> = {}): BuildCacheUsage {
  const base = { type: 'regular', description: `[1/2] ${id}`, parents: [], inUse: false, shared: false, size: mb };
  return { id, ...base, createdAt: 1_000_000, ...given };
}

/** One of each kind that is used, one that only a stopped container has, and one that nobody has. */
function everything(engine: MemoryEngine, old: Partial<Container> = {}): void {
  const [used, held] = [engine.addImage({ tags: ['used:1'] }), engine.addImage({ tags: ['held:1'], size: 9 * mb })];
  const free = engine.addImage({ size: 7 * mb });
  engine.images.uniqueSizes = async () =>
    new Map([
      [held.id, 9 * mb],
      [free.id, 7 * mb],
    ]);
  for (const name of ['used', 'held', 'free']) {
    const volume = engine.volumes.add(name, aVolume({ name, anonymous: name === 'held' }));
    engine.usage = { ...engine.usage, volumes: [...engine.usage.volumes, { volume, size: 2 * mb, references: 0 }] };
    const network = aNetwork({ name: `${name}-net` });
    engine.networks.add(network.id, network);
  }
  const bridge = aNetwork({ name: 'bridge', builtIn: true });
  engine.networks.add(bridge.id, bridge);
  const inNetwork = (name: string) => ({ mounts: [mount(name)], networks: [{ name: `${name}-net`, id: '' }] });
  engine.addContainer({ name: 'web', state: 'running', imageId: used.id, ...inNetwork('used') });
  engine.addContainer({ name: 'old', state: 'exited', imageId: held.id, ...inNetwork('held'), ...old });
  engine.containers.sizes = async (ids) => new Map(ids.map((id) => [id, mb]));
  engine.usage = {
    ...engine.usage,
    buildCache: [
      cache('parent'),
      cache('child', { parents: ['parent'], createdAt: 2_000_000 }),
      cache('busy', { inUse: true }),
    ],
  };
}

async function left({ engine }: Bench) {
  return {
    containers: (await engine.containers.list()).map(({ name }) => name),
    images: (await engine.images.list()).map(({ tags }) => tags[0] ?? 'dangling'),
    volumes: (await engine.volumes.list()).map(({ name }) => name),
    networks: (await engine.networks.list()).map(({ name }) => name),
    cache: engine.usage.buildCache.map(({ id }) => id),
  };
}

describe('prune everything', () => {
  it('takes what Docker takes, and what only that had', async () => {
    const desk = await bench((engine) => everything(engine));
    desk.ui
      .onPick('Prune which unused objects?', 'As docker system prune', (rows) => {
        expect(rows.slice(0, 3).map(({ description }) => description)).toEqual([
          '1 container, 2 networks, 1 image and 2 build cache records, frees 10 MB',
          '1 container, 2 networks, 1 image, 1 volume and 2 build cache records, frees 12 MB',
          '1 container, 2 networks, 2 images, 2 volumes and 2 build cache records, frees 23 MB',
        ]);
      })
      .onPickMany('Prune unused objects', 'preset', (rows) => {
        expect(rows.map(({ label, detail, separator }) => [label, detail, separator])).toEqual([
          ['old', expect.any(String), '1 container, 1 MB'],
          ['free-net', expect.stringMatching(/^no container is in it • bridge/), '2 networks, 0 B'],
          ['held-net', expect.stringMatching(/^only old used it/), undefined],
          [expect.stringMatching(/^[0-9a-f]{12}$/), expect.stringMatching(/^dangling/), '1 image, 7 MB'],
          ['[1/2] child', 'step of a build • child', '2 build cache records, 2 MB'],
          ['[1/2] parent', 'step of a build • 1 other record built on it • parent', undefined],
        ]);
      })
      .onAsk('Remove 1 container, 2 networks, 1 image and 2 build cache records and free 10 MB?', 'Remove 6');
    await desk.use(pruneSystem);
    desk.ui.done();
    expect(desk.ui.notifications.map(({ text }) => text)).toEqual([
      'Removed 1 container, 2 networks, 1 image and 2 build cache records, freed 10 MB.',
    ]);
    expect(await left(desk)).toEqual({
      containers: ['web'],
      images: ['used:1', 'held:1'],
      volumes: ['used', 'held', 'free'],
      networks: ['used-net', 'bridge'],
      cache: ['busy'],
    });
  });

  it('takes all that is unused, images and volumes of the stopped containers too', async () => {
    const desk = await bench((engine) => everything(engine));
    desk.ui
      .onPick('Prune which', 'Everything that is unused')
      .onPickMany('Prune unused objects', 'all')
      .onAsk(
        'Remove 1 container, 2 networks, 2 images, 2 volumes and 2 build cache records',
        'Remove 9',
        ({ detail }) => expect(detail).toMatch(/Volumes stay\.\n\n[^]*Their files are gone then/),
      );
    await desk.use(pruneSystem);
    expect(await left(desk)).toEqual({
      containers: ['web'],
      images: ['used:1'],
      volumes: ['used'],
      networks: ['used-net', 'bridge'],
      cache: ['busy'],
    });
    expect(desk.ui.notifications).toMatchObject([{ severity: 'info' }]);
  });

  it('lists nothing that a container has which stays by a filter, and leaves it when the container is deselected', async () => {
    const desk = await bench((engine) => everything(engine, { createdAt: Date.now() }));
    desk.ui
      .onPick('Prune which', 'Only older than')
      .onInput('Only older than', '1d')
      .onPick('Prune which', 'Everything that is unused')
      .onPickMany('Prune unused objects', undefined, (rows) => {
        const labels = rows.map(({ label }) => label);
        expect(labels).not.toContain('old');
        expect(labels).not.toContain('held-net');
        expect(labels).not.toContain('held:1');
        expect(labels).toContain('free-net');
      });
    await desk.use(pruneSystem);
    desk.ui
      .onPick('Prune which', 'Everything that is unused')
      .onPickMany('Prune unused objects', ['held-net', 'held:1', /^held$/])
      .onAsk('Remove 1 network, 1 image and 1 volume', 'Remove 3');
    await desk.use(pruneSystem);
    expect(desk.ui.notifications.at(-1)?.text).toMatch(
      /^Removed none of 1 network, 1 image and 1 volume\. held-net: It is used by old \(exited\) now\. held:1: It is used by old \(exited\) now\. 1 more/,
    );
    desk.ui.done();
  });

  it('says when everything is in use, and what an unreachable engine says', async () => {
    const desk = await bench();
    desk.ui.onPick('Prune which', 'As docker system prune', ([row]) => expect(row?.description).toBe('none'));
    await desk.use(pruneSystem);
    expect(desk.ui.notifications.map(({ text }) => text)).toEqual(['Nothing to prune: everything is in use.']);
    desk.engine.goAway();
    await desk.use(pruneSystem);
    expect(desk.ui.notifications.at(-1)?.severity).toBe('error');
  });
});

describe('prune by kind', () => {
  it('volumes: the anonymous ones, or all that no container has', async () => {
    const desk = await bench((engine) => {
      everything(engine);
      engine.volumes.add('lost', aVolume({ name: 'lost', anonymous: true }));
    });
    desk.ui
      .onPick('Prune which volumes?', 'Anonymous only', (rows) =>
        expect(rows.slice(0, 2).map(({ description }) => description)).toEqual([
          '1 volume, frees at least 0 B',
          '2 volumes, frees at least 2 MB',
        ]),
      )
      .onPickMany('Prune volumes', 'preset')
      .onAsk('Remove 1 volume', 'Remove');
    await desk.use(pruneVolumes);
    expect((await left(desk)).volumes).toEqual(['used', 'held', 'free']);
  });

  it('networks: none that a stopped container is in, and none of the engine’s own', async () => {
    const desk = await bench((engine) => everything(engine));
    desk.ui
      .onPick('Prune which networks?', 'All unused')
      .onPickMany('Prune networks', 'all', (rows) => expect(rows.map(({ label }) => label)).toEqual(['free-net']))
      .onAsk('Remove 1 network', 'Remove');
    await desk.use(pruneNetworks);
    expect((await left(desk)).networks).toEqual(['used-net', 'held-net', 'bridge']);
  });

  it('build cache: by type, children before what they are built on, and none that is in use', async () => {
    const desk = await bench((engine) => {
      engine.usage = {
        ...engine.usage,
        buildCache: [
          cache('parent'),
          cache('child', { parents: ['parent'], createdAt: 2_000_000, shared: true }),
          cache('mount', { type: 'exec.cachemount', description: 'cached mount /root/.npm', size: 5 * mb }),
          cache('busy', { inUse: true }),
        ],
      };
    });
    desk.ui
      .onPick('Prune which build cache?', 'Only exec.cachemount', (rows) =>
        expect(rows.slice(0, 3).map(({ label, description }) => [label, description])).toEqual([
          ['All of it', '3 build cache records, frees 6 MB'],
          ['Only exec.cachemount', '1 build cache record, frees 5 MB'],
          ['Only regular', '2 build cache records, frees 1 MB'],
        ]),
      )
      .onPickMany('Prune build cache', 'preset', ([row]) =>
        expect(row).toMatchObject({
          label: 'cached mount /root/.npm',
          detail: 'cache of RUN --mount=type=cache • mount',
        }),
      )
      .onAsk('Remove 1 build cache record and free 5 MB?', 'Remove');
    await desk.use(pruneBuildCache);
    expect((await left(desk)).cache).toEqual(['parent', 'child', 'busy']);
    desk.ui
      .onPick('Prune which build cache?', 'All of it')
      .onPickMany('Prune build cache', [/parent/])
      .onAsk('Remove 1 build cache record', 'Remove');
    await desk.use(pruneBuildCache);
    expect(desk.ui.notifications.at(-1)?.text).toMatch(/Other build cache is built on it, and stays\.$/);
    desk.ui
      .onPick('Prune which build cache?', 'All of it')
      .onPickMany('Prune build cache', 'all')
      .onAsk('Remove 2 build cache records', 'Remove 2');
    await desk.use(pruneBuildCache);
    expect((await left(desk)).cache).toEqual(['busy']);
    desk.ui.done();
  });
});

import { expect, test } from 'vitest';
import { EngineError } from '../../../client/src/engine/error.ts';
import type { BuildCacheUsage, DiskUsage } from '../../../client/src/engine/model.ts';
import type { Row } from '../../../client/src/tree/rows.ts';
import { settled } from '../../support/clock.ts';
import { aVolume } from '../../support/memoryStock.ts';
import { aContainer, anImage } from '../../support/records.ts';
import { aTree, type TreeBench } from './support.ts';

const aCache = (given: Partial<BuildCacheUsage>): BuildCacheUsage => ({
  id: given.description ?? 'x',
  type: 'regular',
  description: '',
  parents: [],
  inUse: false,
  shared: false,
  size: 0,
  createdAt: 0,
  ...given,
});
const web = aContainer({ name: 'web', imageId: 'sha256:1' });
const usage: DiskUsage = {
  at: new Date(2026, 0, 1, 14, 5).getTime(),
  layersSize: 100_000_000,
  images: [
    { image: anImage({ id: 'sha256:1', tags: ['web:1'], size: 60_000_000 }), sharedSize: 20_000_000, containers: 1 },
    {
      image: anImage({ id: 'sha256:2', tags: ['old:1', 'old:2'], size: 80_000_000 }),
      sharedSize: 20_000_000,
      containers: 0,
    },
  ],
  containers: [
    { container: web, size: 1000 },
    { container: aContainer({ name: 'job', state: 'exited', exitCode: 0 }), size: 3000 },
  ],
  volumes: [
    { volume: aVolume({ name: 'data' }), size: 5_000_000, references: 1 },
    { volume: aVolume({ name: 'left' }), size: 7_000_000, references: 0 },
    { volume: aVolume({ name: 'nfs', driver: 'nfs' }), references: 0 },
  ],
  buildCache: [
    aCache({ description: 'RUN make', size: 10_000_000 }),
    aCache({ description: 'RUN apt', size: 20_000_000, shared: true }),
    aCache({ description: 'npm', size: 30_000_000, type: 'exec.cachemount', inUse: true }),
  ],
};

const drawn = async ({ tree }: TreeBench, row?: Row): Promise<string[]> =>
  (await tree.children(row)).map((child) => {
    const { label, description } = tree.show(child);
    return `${label} | ${description ?? ''}`;
  });

test('the engine’s figures by kind, and every object with its bytes, the largest first', async () => {
  const bench = aTree('gantry.usage');
  bench.engine.usage = usage;
  bench.surface.see(true);
  expect(await drawn(bench)).toEqual([
    'Images (2) | 100 MB · 60 MB reclaimable (60 %)',
    'Containers (2) | 4 kB · 3 kB reclaimable (75 %)',
    'Volumes (3) | 12 MB · 7 MB reclaimable (58 %)',
    'Build cache (3) | 40 MB · 10 MB reclaimable (25 %)',
  ]);
  await bench.clock.advance(100);
  expect(bench.surface.message).toBe('152 MB in all, 77 MB reclaimable. Added up at 14:05.');
  const rows = await bench.tree.children();
  const below = await Promise.all(rows.map((row) => drawn(bench, row)));
  expect(below.map((lines) => lines.map((line) => line.replace(/ · \d+ (hours|days|years|weeks) ago/, '')))).toEqual([
    ['old:1 | 80 MB · 20 MB shared', 'web:1 | 60 MB · 20 MB shared · used by web'],
    [expect.stringMatching(/^job \| 3 kB · Exited/), expect.stringMatching(/^web \| 1 kB · Up/)],
    ['left | 7 MB · unused', 'data | 5 MB · unused', 'nfs | unused · nfs'],
    ['npm | 30 MB · cache mount · in use', 'RUN apt | 20 MB · shared with an image', 'RUN make | 10 MB'],
  ]);
});

test('it is added up once, however much happens, and again when that is asked for', async () => {
  const bench = aTree('gantry.usage');
  bench.engine.usage = usage;
  bench.surface.see(true);
  await drawn(bench);
  const { id } = bench.engine.addContainer({});
  await bench.engine.containers.start(id);
  await bench.clock.advance(120_000);
  const count = (): number => bench.engine.lists.filter((list) => list === 'usage').length;
  expect(count()).toBe(1);
  bench.engine.usage = { ...usage, layersSize: 1 };
  bench.details.forget(({ about }) => about === 'usage');
  await bench.clock.advance(500);
  expect(count()).toBe(2);
  expect((await drawn(bench))[0]).toMatch(/^Images \(2\) \| 1 B/);
});

test('hidden, it asks nothing', async () => {
  const bench = aTree('gantry.usage');
  bench.details.forget();
  await settled();
  expect(bench.engine.lists).toEqual([]);
});

test('a failure stands in a row from which it can be asked again, and goes when the engine is back', async () => {
  const bench = aTree('gantry.usage');
  const { diskUsage } = bench.engine.system;
  bench.engine.system.diskUsage = async () => {
    throw new EngineError('failed', 'a layer is missing');
  };
  bench.surface.see(true);
  const [row] = await bench.tree.children();
  expect(bench.tree.show(row!)).toMatchObject({ label: 'a layer is missing', flags: ['failed'] });
  bench.engine.goAway();
  await bench.clock.advance(5000);
  expect(bench.contexts.get('gantry.usage.welcome')).not.toBe('');
  bench.engine.system.diskUsage = diskUsage;
  bench.engine.usage = usage;
  bench.engine.comeBack();
  await bench.clock.advance(3000);
  expect((await drawn(bench))[0]).toMatch(/^Images \(2\)/);
});

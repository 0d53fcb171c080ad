import { describe, expect, it } from 'vitest';
import { pruneContainers } from '../../../client/src/commands/prune/containers.ts';
import { pruneImages } from '../../../client/src/commands/prune/images.ts';
import { EngineError } from '../../../client/src/engine/error.ts';
import type { MemoryEngine } from '../../support/memoryEngine.ts';
import { bench, type Bench } from './bench.ts';

const mb = 1_000_000;

/** Five containers, of which two run; sizes by name. */
function containers(engine: MemoryEngine): void {
  engine.addContainer({ name: 'web', state: 'running' });
  engine.addContainer({ name: 'old', state: 'exited', status: 'Exited (1) 3 weeks ago' });
  engine.addContainer({ name: 'new', state: 'created' });
  engine.addContainer({ name: 'dead', state: 'dead', status: 'Dead' });
  engine.addContainer({ name: 'paused', state: 'paused' });
  const sizes: Record<string, number> = { old: 5 * mb, new: 0, dead: 2 * mb };
  engine.containers.sizes = async (ids) => {
    const all = await engine.containers.list({ ids });
    return new Map(all.map(({ id, name }) => [id, sizes[name] ?? 999 * mb]));
  };
}

async function tagsOf({ engine }: Bench): Promise<(readonly string[])[]> {
  return (await engine.images.list()).map(({ tags }) => tags);
}

describe('prune containers', () => {
  it('lists exactly what stands still, with its bytes, and removes what was left selected', async () => {
    const desk = await bench(containers);
    desk.ui
      .onPick('Prune which containers?', 'All stopped', (rows) => {
        expect(rows.map(({ label, description }) => [label, description])).toEqual([
          ['All stopped', '3 containers, frees 7 MB'],
          ['Only older than', 'any age'],
          ['Only with label', 'any'],
          ['Keep the newest', 'none'],
        ]);
      })
      .onPickMany('Prune containers', ['old', 'new'], (rows, summary) => {
        expect(rows).toMatchObject([
          { label: 'old', detail: 'Exited (1) 3 weeks ago • busybox:latest', picked: true },
          { label: 'dead', detail: 'dead: Dead • busybox:latest', picked: true },
          { label: 'new', detail: 'never started • busybox:latest', picked: true },
        ]);
        expect(rows[0]?.description).toMatch(/^frees 5 MB • created .* ago$/);
        expect(summary).toBe('3 of 3 selected, frees 7 MB');
      })
      .onAsk('Remove 2 containers and free 5 MB?', 'Remove 2', ({ detail }) => {
        expect(detail).toMatch(/^old and new\.\n\n.*Volumes stay\.$/);
      });
    await desk.use(pruneContainers);
    desk.ui.done();
    expect(await desk.states()).toEqual({ web: 'running', dead: 'dead', paused: 'paused' });
    expect(desk.ui.notifications).toEqual([
      { severity: 'info', text: 'Removed 2 containers, freed 5 MB.', actions: [] },
    ]);
    expect(desk.ui.progresses).toMatchObject([{ options: { cancellable: true }, percent: 100, ended: true }]);
  });

  it('says so when there is nothing to prune', async () => {
    const desk = await bench((engine) => void engine.addContainer({ state: 'running' }));
    await desk.use(pruneContainers);
    expect(desk.ui.notifications).toMatchObject([
      { severity: 'info', text: expect.stringMatching(/^Nothing to prune/) },
    ]);
  });

  it('removes nothing when a question is dismissed, or nothing is selected', async () => {
    const desk = await bench(containers);
    desk.ui.onPick('Prune which containers?', 'All stopped').onPickMany('Prune');
    await desk.use(pruneContainers);
    desk.ui.onPick('Prune which containers?', 'All stopped').onPickMany('Prune', 'preset').onAsk('Remove 3 containers');
    await desk.use(pruneContainers);
    expect(desk.ui.notifications).toEqual([]);
    desk.ui.onPick('Prune which containers?', 'All stopped').onPickMany('Prune', []);
    await desk.use(pruneContainers);
    expect(desk.ui.notifications).toMatchObject([{ text: expect.stringMatching(/^No container was selected/) }]);
    expect(Object.keys(await desk.states())).toHaveLength(5);
  });

  it('leaves what has changed meanwhile, and says why', async () => {
    const desk = await bench(containers);
    const id = (name: string): string =>
      [...desk.store.containers.values()].find((container) => container.name === name)?.id ?? '';
    desk.ui
      .onPick('Prune which containers?', 'All stopped')
      .onPickMany('Prune', 'preset')
      .onAsk('Remove 3', 'Remove 3', () => {
        desk.engine.update(id('old'), { state: 'running' }, 'start');
        void desk.engine.containers.remove(id('new'));
      })
      .onNotify('Removed 1 of 3', 'Show details');
    await desk.use(pruneContainers);
    expect(await desk.states()).toEqual({ web: 'running', old: 'running', paused: 'paused' });
    expect(desk.ui.notifications).toMatchObject([
      {
        severity: 'warning',
        text: 'Removed 1 of 3 containers, freed 2 MB. old: It is running now. new: It was gone already.',
      },
    ]);
    const [document] = desk.ui.documents;
    expect(document?.name).toBe('pruned containers.txt');
    expect(document?.text).toMatch(/Left: 2\n {2}old \([0-9a-f]{64}\): It is running now\./);
    expect(document?.text).toMatch(/Removed: 1\n {2}dead \([0-9a-f]{64}\), 2 MB/);
  });

  it('stops after the current one on cancel', async () => {
    const desk = await bench((engine) => {
      containers(engine);
      const { remove } = engine.containers;
      engine.containers.remove = async (id, options) => {
        desk.ui.progresses[0]?.cancel();
        await remove(id, options);
      };
    });
    desk.ui.onPick('Prune which containers?', 'All stopped').onPickMany('Prune', 'all').onAsk('Remove 3', 'Remove 3');
    await desk.use(pruneContainers);
    expect(Object.keys(await desk.states())).toEqual(['web', 'new', 'dead', 'paused']);
    expect(desk.ui.notifications).toMatchObject([
      { severity: 'info', text: 'Removed 1 of 3 containers, freed 5 MB. Stopped before 2 containers.' },
    ]);
  });

  it('goes on after a failure, and gives the engine’s reason', async () => {
    const desk = await bench((engine) => {
      containers(engine);
      const { remove } = engine.containers;
      engine.containers.remove = async (id, options) => {
        expect(options?.force ?? false).toBe(false);
        if (id.endsWith('2')) throw new EngineError('failed', 'device or resource busy');
        await remove(id, options);
      };
    });
    desk.ui.onPick('Prune which containers?', 'All stopped').onPickMany('Prune', 'all').onAsk('Remove 3', 'Remove 3');
    await desk.use(pruneContainers);
    expect(desk.ui.notifications[0]?.text).toBe('Removed 2 of 3 containers, freed 2 MB. old: Device or resource busy.');
    expect(desk.ui.notifications[0]?.actions).toEqual(['Show details']);
  });

  it('tells how far it came when the engine goes away', async () => {
    const desk = await bench((engine) => {
      containers(engine);
      const { remove } = engine.containers;
      engine.containers.remove = async (id, options) => {
        await remove(id, options);
        engine.goAway();
      };
    });
    desk.ui.onPick('Prune which containers?', 'All stopped').onPickMany('Prune', 'all').onAsk('Remove 3', 'Remove 3');
    await desk.use(pruneContainers);
    expect(desk.ui.notifications[0]?.text).toMatch(
      /^Removed 1 of 3 containers, freed 5 MB\. .*not running.* Stopped before 2 containers\.$/,
    );
  });

  it('explains an engine that cannot be asked at all', async () => {
    const desk = await bench(containers);
    desk.engine.goAway();
    await desk.use(pruneContainers);
    expect(desk.ui.notifications).toMatchObject([{ severity: 'error' }]);
  });
});

/** A used image, a tagged one, one with two names, a dangling one, one that has only its digest left. */
function images(engine: MemoryEngine): void {
  const used = engine.addImage({ tags: ['used:1'], size: 100 * mb });
  engine.addContainer({ name: 'stopped', state: 'exited', imageId: used.id });
  const sizes = new Map([[used.id, 0]]);
  const add = (unique: number, given: Parameters<MemoryEngine['addImage']>[0]): void => {
    sizes.set(engine.addImage(given).id, unique * mb);
  };
  add(40, { tags: ['tool:1'], size: 40 * mb });
  add(10, { tags: ['host:5000/app:1', 'host:5000/app:2', 'other:1'], size: 110 * mb });
  add(20, { size: 120 * mb });
  add(30, { digests: ['nginx@sha256:abc'], size: 30 * mb });
  engine.images.uniqueSizes = async () => sizes;
}

describe('prune images', () => {
  it('offers the dangling ones, with what only they use', async () => {
    const desk = await bench(images);
    desk.ui
      .onPick('Prune which images?', 'Dangling only', (rows) => {
        expect(rows.slice(0, 2).map(({ description }) => description)).toEqual([
          '2 images, frees 50 MB',
          '4 images, frees at least 100 MB',
        ]);
      })
      .onPickMany('Prune images', 'preset', (rows, summary) => {
        expect(rows.map(({ label }) => label)).toEqual([
          expect.stringMatching(/^nginx@[0-9a-f]{12}$/),
          expect.stringMatching(/^[0-9a-f]{12}$/),
        ]);
        expect(rows.map(({ detail }) => detail)).toEqual([
          expect.stringMatching(/^dangling: it has lost its tag/),
          expect.stringMatching(/^dangling: no name leads to it .* 120 MB in all$/),
        ]);
        expect(rows.every(({ picked }) => picked === true)).toBe(true);
        expect(summary).toBe('2 of 2 selected, frees 50 MB');
      })
      .onAsk('Remove 2 images and free 50 MB?', 'Remove 2');
    await desk.use(pruneImages);
    desk.ui.done();
    expect(await tagsOf(desk)).toEqual([['used:1'], ['tool:1'], ['host:5000/app:1', 'host:5000/app:2', 'other:1']]);
    expect(desk.ui.notifications).toMatchObject([{ severity: 'info', text: 'Removed 2 images, freed 50 MB.' }]);
  });

  it('takes all names of an image and never one that a stopped container uses', async () => {
    const desk = await bench(images);
    desk.ui
      .onPick('Prune which images?', 'All unused')
      .onPickMany('Prune images', [/^host:5000/, 'tool:1'], (rows) => expect(rows).toHaveLength(4))
      .onAsk('Remove 2 images and free 50 MB?', 'Remove 2');
    await desk.use(pruneImages);
    expect((await tagsOf(desk)).flat()).toEqual(['used:1']);
    expect(desk.ui.notifications).toMatchObject([{ severity: 'info' }]);
  });

  it('says so when there is nothing to prune', async () => {
    const empty = await bench();
    await empty.use(pruneImages);
    expect(empty.ui.notifications).toMatchObject([{ text: 'Nothing to prune: there is no image.' }]);
    const used = await bench((engine) => {
      engine.addContainer({ imageId: engine.addImage({ tags: ['a:1'] }).id });
    });
    await used.use(pruneImages);
    expect(used.ui.notifications).toMatchObject([{ text: expect.stringMatching(/every image is used/) }]);
    const tagged = await bench((engine) => void engine.addImage({ tags: ['a:1'] }));
    tagged.ui.onPick('Prune which', 'Dangling only', ([row]) => expect(row?.description).toBe('none'));
    await tagged.use(pruneImages);
    expect(tagged.ui.notifications).toMatchObject([{ text: expect.stringMatching(/no image is dangling/) }]);
  });

  it('removes nothing when a question is dismissed', async () => {
    const desk = await bench(images);
    desk.ui.onPick('Prune which');
    await desk.use(pruneImages);
    desk.ui.onPick('Prune which', 'All unused').onPickMany('Prune images');
    await desk.use(pruneImages);
    desk.ui.onPick('Prune which', 'All unused').onPickMany('Prune images', 'all').onAsk('Remove 4');
    await desk.use(pruneImages);
    desk.ui.done();
    expect(await tagsOf(desk)).toHaveLength(5);
  });

  it('leaves what has come into use, got a name, or gone meanwhile, and a name that has moved on', async () => {
    const desk = await bench((engine) => {
      for (const tag of ['a:1', 'b:1', 'c:1', 'd:1']) engine.addImage({ tags: [tag] });
      engine.images.uniqueSizes = async () => new Map((await engine.images.list()).map(({ id }) => [id, mb]));
    });
    const byTag = new Map([...desk.store.images.values()].map((image) => [image.tags[0], image]));
    desk.ui
      .onPick('Prune which', 'All unused')
      .onPickMany('Prune images', 'all')
      .onAsk('Remove 4', 'Remove 4', () => {
        desk.engine.addContainer({ name: 'user', state: 'running', imageId: byTag.get('a:1')?.id ?? '' });
        void desk.engine.images.tag('b:1', { repository: 'keep', tag: '1' });
        // A build has given the name to another image.
        desk.engine.addImage({ ...byTag.get('c:1'), tags: [] });
        desk.engine.addImage({ tags: ['c:1'], size: 7 });
        void desk.engine.images.remove('d:1');
      });
    await desk.use(pruneImages);
    expect(await desk.engine.images.list()).toMatchObject([
      { tags: ['a:1'] },
      { tags: ['b:1', 'keep:1'] },
      { tags: ['c:1'], size: 7 },
    ]);
    expect(desk.ui.notifications[0]?.text).toMatch(
      /^Removed 1 of 4 images, freed 1 MB\. a:1: It is used by user \(running\) now\. b:1: It has got the name keep:1 meanwhile\. 1 more/,
    );
  });

  it('tries again what was hindered by one that has gone since', async () => {
    const desk = await bench((engine) => {
      engine.addImage({ tags: ['parent:1'] });
      const child = engine.addImage({ tags: ['child:1'] });
      const { remove } = engine.images;
      engine.images.remove = async (reference, options) => {
        expect(options?.force ?? false).toBe(false);
        const there = (await engine.images.list()).some(({ id }) => id === child.id);
        if (reference === 'parent:1' && there)
          throw new EngineError('conflict', 'conflict: unable to delete: image has dependent child images');
        return await remove(reference, options);
      };
    });
    desk.ui
      .onPick('Prune which', 'All unused')
      .onPickMany('Prune images', ['parent:1', 'child:1'])
      .onAsk('Remove 2 images and free at least 0 B?', 'Remove 2');
    await desk.use(pruneImages);
    expect(await tagsOf(desk)).toEqual([]);
    expect(desk.ui.notifications).toMatchObject([
      { severity: 'info', text: expect.stringMatching(/^Removed 2 images/) },
    ]);
  });

  it('says what has gone of an image that the engine keeps', async () => {
    const desk = await bench((engine) => {
      engine.addImage({ tags: ['a:1', 'a:2'] });
      const { remove } = engine.images;
      engine.images.remove = async (reference, options) => {
        if (reference === 'a:2') throw new EngineError('conflict', 'image has dependent child images');
        return await remove(reference, options);
      };
    });
    desk.ui.onPick('Prune which', 'All unused').onPickMany('Prune images', 'all').onAsk('Remove 1 image', 'Remove');
    await desk.use(pruneImages);
    expect(desk.ui.notifications[0]?.text).toBe(
      'Removed none of 1 image. a:1 and a:2: Only its name a:1 could be removed. image has dependent child images.',
    );
  });
});

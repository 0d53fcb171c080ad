import { expect, it } from 'vitest';
import { searchHub } from '../../../client/src/commands/image/search.ts';
import { bench } from './bench.ts';

it('finds images by words, the official ones first, and pulls what is chosen', async () => {
  const asked: string[] = [];
  const desk = await bench((engine) => {
    engine.images.search = async (term) => {
      asked.push(term);
      return [
        { name: 'someone/redis', description: 'A <b>mirror</b>', stars: 900, official: false },
        { name: 'redis', description: 'In-memory store', stars: 12, official: true },
      ];
    };
    engine.images.pull = async function* (reference) {
      asked.push(reference);
      engine.addImage({ tags: [reference] });
      yield { kind: 'done' };
    };
  });
  desk.ui.onInput('Search Docker Hub', ' redis ').onPick('2 images for redis', /^redis$/, (rows) =>
    expect(rows.map(({ label, description, detail }) => [label, description, detail])).toEqual([
      ['redis', 'official • 12 stars', 'In-memory store'],
      ['someone/redis', '900 stars', 'A <b>mirror</b>'],
    ]),
  );
  await desk.use(searchHub);
  expect(asked).toEqual(['redis', 'redis:latest']);
  expect(desk.ui.notifications.at(-1)?.text).toBe('Pulled redis:latest.');
  // Dismissed, nothing is asked of anybody.
  desk.ui.onInput('Search Docker Hub');
  await desk.use(searchHub);
  expect(asked).toHaveLength(2);
  desk.ui.done();
});

it('says when nothing was found', async () => {
  const desk = await bench((engine) => {
    engine.images.search = async () => [];
  });
  desk.ui.onInput('Search', 'nosuch');
  await desk.use(searchHub);
  expect(desk.ui.notifications).toEqual([
    { severity: 'info', text: 'Docker Hub has no image for “nosuch”.', actions: [] },
  ]);
});

import { expect } from 'vitest';
import { removeContainersByPattern } from '../../client/src/commands/pattern/removeContainers.ts';
import { removeImagesByPattern } from '../../client/src/commands/pattern/removeImages.ts';
import { containerRow, deskTest, imageRow } from '../support/deskTest.ts';

// Others share this engine: every pattern names what the test has made itself, and nothing else.
const test = deskTest('remove-pattern');
const obedient = ['sh', '-c', 'trap "exit 0" TERM; sleep 600 & wait'];

test('containers: what fits is shown with state and size, and exactly what is selected goes', async ({
  real,
  desk,
}) => {
  const { containers } = real.engine;
  const running = await real.run({ name: 'gantry-pattern-12-web', command: obedient });
  const stopped = await real.create({ name: 'gantry-pattern-12-db', labels: { tier: 'gantry-pattern-back' } });
  const kept = await real.create({ name: 'gantry-pattern-13-web' });
  for (const id of [running, stopped, kept]) await containerRow(desk, id);
  desk.ui
    .onPickMatching('Remove containers by pattern', '/^gantry-pattern-\\d+-(web|db)$/', {
      answer: ['gantry-pattern-12-web', 'gantry-pattern-12-db'],
      rejected: ['/gantry-(/'],
      look: (rows, summary) => {
        expect(rows.map(({ label }) => label)).toEqual([
          'gantry-pattern-12-db',
          'gantry-pattern-12-web',
          'gantry-pattern-13-web',
        ]);
        expect(rows[0]?.description).toBe('Created • 0 B written');
        expect(rows[1]?.description).toMatch(/^Up .* • \d+ B written$/);
        expect(summary).toBe('3 containers selected, 1 of them running');
      },
    })
    .onAsk('1 of 2 containers is running: gantry-pattern-12-web.', 'Stop and remove all 2');
  await desk.use(removeContainersByPattern);
  desk.ui.done();
  expect((await containers.list({ ids: [running, stopped, kept] })).map(({ id }) => id)).toEqual([kept]);

  const labelled = await real.create({ name: 'gantry-pattern-other', labels: { tier: 'gantry-pattern-back' } });
  await containerRow(desk, labelled);
  desk.ui
    .onPickMatching('Remove containers by pattern', 'label:tier=gantry-pattern-*')
    .onAsk('Remove gantry-pattern-other?', 'Remove');
  await desk.use(removeContainersByPattern);
  expect(await containers.list({ ids: [labelled] })).toEqual([]);
});

test('images: names go by pattern, and what a container is made of stays', async ({ real, desk }) => {
  const { images } = real.engine;
  for (const tag of ['12', '13']) await images.tag(real.image, { repository: 'gantry-pattern/web', tag });
  await images.tag(real.image, { repository: 'gantry-pattern/db', tag: '12' });
  await imageRow(desk, 'gantry-pattern/db:12');
  desk.ui
    .onPickMatching('Remove images by pattern', 'gantry-pattern/*:12')
    .onAsk('Remove the tags gantry-pattern/db:12 and gantry-pattern/web:12?', 'Remove 2 tags');
  await desk.use(removeImagesByPattern);
  desk.ui.done();
  const tags = (await images.list()).flatMap((image) => image.tags).filter((tag) => tag.startsWith('gantry-pattern'));
  expect(tags).toEqual(['gantry-pattern/web:13']);
  await images.remove('gantry-pattern/web:13');
});

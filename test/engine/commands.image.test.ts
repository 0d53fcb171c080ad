import { expect } from 'vitest';
import { showImageHistory } from '../../client/src/commands/image/history.ts';
import { inspectImage } from '../../client/src/commands/image/inspect.ts';
import { removeImage } from '../../client/src/commands/image/remove.ts';
import { tagImage } from '../../client/src/commands/image/tag.ts';
import { deskTest, imageRow } from '../support/deskTest.ts';
import { until } from '../support/until.ts';

const test = deskTest('commands-image');
const other = 'gantry-test/commands-image-other:1';

test('an image is tagged, looked at, untagged', async ({ real, desk }) => {
  desk.ui.onInput('Tag', other, { rejected: ['Upper', real.image] });
  await desk.use(tagImage, await imageRow(desk, real.image));
  const row = await imageRow(desk, other);
  expect(row.image.tags).toEqual([real.image, other].toSorted());

  await desk.use(inspectImage, row);
  expect(JSON.parse(desk.ui.documents[0]?.text ?? '')).toMatchObject({ Id: row.image.id });
  await desk.use(showImageHistory, row);
  expect(desk.ui.documents[1]?.text).toMatch(/^ +[\d.]+ MB {2}a moment ago +\S/m);

  desk.ui.onAsk(`Remove the tag ${other}?`, 'Remove the tag');
  await desk.use(removeImage, row);
  await until('the tag has gone', () => desk.store.images.get(row.image.id)?.tags.length === 1);
});

test('a name is taken from another image, which is left without', async ({ real, desk }) => {
  const { images, containers } = real.engine;
  const container = await real.create();
  const body = JSON.stringify({ Labels: real.labels });
  const query = { container, repo: 'gantry-test/commands-image-moved', tag: '1' };
  const { Id: id } = (await real.raw({ method: 'POST', path: '/commit', query, body })) as { Id: string };
  await containers.remove(container);
  const name = 'gantry-test/commands-image-moved:1';
  desk.ui.onInput('Tag', name).onAsk(`${name} is the name of another image. Move it?`, 'Move the name');
  await desk.use(tagImage, await imageRow(desk, real.image));
  expect((await images.inspect(name))['Id']).not.toBe(id);
  const left = (await images.list()).find((image) => image.id === id);
  expect(left).toMatchObject({ tags: [], dangling: true });
  await images.remove(name);
});

test('what a container uses is refused, and goes after the container', async ({ real, desk }) => {
  const { images, containers } = real.engine;
  const committed = await real.create();
  const query = { container: committed, repo: 'gantry-test/commands-image-used', tag: '1' };
  const body = JSON.stringify({ Labels: real.labels });
  const { Id: id } = (await real.raw({ method: 'POST', path: '/commit', query, body })) as { Id: string };
  await containers.remove(committed);
  const name = 'gantry-test/commands-image-used:1';
  await images.tag(name, { repository: '127.0.0.1:5000/gantry-test/commands-image-used', tag: '2' });
  const user = await real.create({ image: name, name: 'gantry-commands-image-user' });

  // The two names are in two repositories: the engine itself would refuse to delete by id.
  const rows = [await imageRow(desk, name), await imageRow(desk, '127.0.0.1:5000/gantry-test/commands-image-used:2')];
  desk.ui
    .onAsk('is used by 1 container.', 'Remove the container…')
    .onAsk('Remove gantry-commands-image-user?', 'Remove')
    .onAsk('Delete the image', 'Delete');
  await desk.use(removeImage, ...rows);
  desk.ui.done();
  expect(desk.ui.notifications).toEqual([]);
  expect(await containers.list({ ids: [user] })).toEqual([]);
  expect((await images.list()).map((image) => image.id)).not.toContain(id);
});

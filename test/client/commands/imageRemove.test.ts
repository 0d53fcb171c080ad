import { expect, it } from 'vitest';
import { removeImage } from '../../../client/src/commands/image/remove.ts';
import { EngineError } from '../../../client/src/engine/error.ts';
import { bench, imageRow, type Bench } from './bench.ts';

const tags = async ({ engine }: Bench): Promise<(readonly string[])[]> =>
  (await engine.images.list()).map((image) => image.tags);

it('deletes an image with its only tag, after a question', async () => {
  const desk = await bench((engine) => void engine.addImage({ tags: ['web:1'] }));
  desk.ui.onAsk('Delete the image web:1?', undefined, ({ actions }) => expect(actions).toEqual(['Delete']));
  await desk.use(removeImage, imageRow(desk, 'web:1'));
  expect(await tags(desk)).toEqual([['web:1']]);
  desk.ui.onAsk('Delete the image web:1?', 'Delete');
  await desk.use(removeImage, imageRow(desk, 'web:1'));
  expect(await tags(desk)).toEqual([]);
  expect(desk.ui.notifications).toEqual([]);
});

it('takes only the row’s tag away where the image has others', async () => {
  const desk = await bench((engine) => {
    const { id } = engine.addImage({ tags: ['web:1', 'web:2', 'web:latest'] });
    engine.addContainer({ name: 'user', state: 'exited', imageId: id });
  });
  desk.ui.onAsk('Remove the tag web:1?', 'Remove the tag', ({ actions, detail }) => {
    // The container is made of the image and not of the tag.
    expect(actions).toEqual(['Remove the tag']);
    expect(detail).toBe('The image stays as web:2 and web:latest. It cannot be deleted: it is used by user (exited).');
  });
  await desk.use(removeImage, imageRow(desk, 'web:1'));
  expect(await tags(desk)).toEqual([['web:2', 'web:latest']]);
});

it('deletes with all tags when that is chosen, in several repositories', async () => {
  const desk = await bench((engine) => void engine.addImage({ tags: ['host:5000/web:1', 'web:1', 'web:2'] }));
  desk.ui.onAsk('Remove the tag web:1?', 'Delete the image with all 3 tags');
  await desk.use(removeImage, imageRow(desk, 'web:1'));
  expect(await tags(desk)).toEqual([]);
});

it('lists all names when the rows chosen are all of them', async () => {
  const desk = await bench((engine) => void engine.addImage({ tags: ['web:1', 'web:2'] }));
  desk.ui.onAsk('Delete the image web:1?', 'Delete', ({ detail }) =>
    expect(detail).toContain('All its names go: web:1 and web:2.'),
  );
  await desk.use(removeImage, imageRow(desk, 'web:2'), imageRow(desk, 'web:1'));
  expect(await tags(desk)).toEqual([]);
});

it('refuses what containers use, running or stopped, and leads on over their removal', async () => {
  const desk = await bench((engine) => {
    const { id } = engine.addImage({ tags: ['web:1'] });
    engine.addContainer({ name: 'old', state: 'exited', imageId: id });
    engine.addContainer({ name: 'new', state: 'running', imageId: id });
  });
  const refusal = 'web:1 is used by 2 containers.';
  desk.ui.onAsk(refusal, undefined, ({ detail, actions }) => {
    expect(detail).toMatch(/^new \(running\) and old \(exited\)\./);
    expect(actions).toEqual(['Remove the containers…']);
  });
  await desk.use(removeImage, imageRow(desk, 'web:1'));
  desk.ui.onAsk(refusal, 'Remove the containers…').onAsk('1 of 2 containers is running: new.');
  await desk.use(removeImage, imageRow(desk, 'web:1'));
  desk.ui.done();
  expect(Object.keys(await desk.states())).toHaveLength(2);
  desk.ui
    .onAsk(refusal, 'Remove the containers…')
    .onAsk('1 of 2 containers is running: new.', 'Stop and remove all 2')
    .onAsk('Delete the image web:1?', 'Delete');
  await desk.use(removeImage, imageRow(desk, 'web:1'));
  desk.ui.done();
  expect(await tags(desk)).toEqual([]);
});

it('says of many what is deleted, what only loses a tag, and what is left', async () => {
  const desk = await bench((engine) => {
    engine.addImage({ tags: ['a:1'] });
    engine.addImage({ tags: ['b:1', 'b:2'] });
    const { id } = engine.addImage({ tags: ['c:1'] });
    engine.addContainer({ name: 'user', state: 'paused', imageId: id });
    engine.addImage();
  });
  const none = [...desk.store.images.values()].find((image) => image.dangling)?.id ?? '';
  desk.ui.onAsk('Remove 3 of 4 images?', 'Remove 3', ({ detail }) => {
    expect(detail).toMatch(/Deleted: a:1 and [0-9a-f]{12}\./);
    expect(detail).toContain('Only the tag goes, the image stays under another: b:2.');
    expect(detail).toContain('Left, because containers use it: c:1, used by user (paused).');
  });
  await desk.use(removeImage, ...['a:1', 'b:2', 'c:1', none].map((tag) => imageRow(desk, tag)));
  expect(await tags(desk)).toEqual([['b:1'], ['c:1']]);
  expect(desk.ui.notifications).toMatchObject([{ severity: 'info', text: 'Removed 3 images.' }]);
});

it('refuses many at once when all of them are used', async () => {
  const desk = await bench((engine) => {
    for (const tag of ['a:1', 'b:1'])
      engine.addContainer({ name: `of-${tag}`, imageId: engine.addImage({ tags: [tag] }).id });
  });
  desk.ui.onAsk('All 2 images are used by containers.');
  await desk.use(removeImage, imageRow(desk, 'a:1'), imageRow(desk, 'b:1'));
  expect(await tags(desk)).toHaveLength(2);
});

it('leaves a name that has moved on, and an image that has lost its other names, since the question', async () => {
  const desk = await bench((engine) => {
    engine.addImage({ tags: ['a:1', 'a:2'] });
    engine.addImage({ tags: ['b:1', 'b:2'] });
  });
  desk.ui.onAsk('Remove 2 images?', 'Remove 2', () => {
    void desk.engine.images.tag('b:1', { repository: 'a', tag: '1' });
    void desk.engine.images.remove('b:2');
    void desk.engine.images.remove('b:1');
  });
  // b keeps only a:1 now, a only a:2.
  await desk.use(removeImage, imageRow(desk, 'a:1'), imageRow(desk, 'b:1'));
  expect((await tags(desk)).flat().toSorted()).toEqual(['a:1', 'a:2']);
});

it('does not take the last name of an image that was to stay', async () => {
  const desk = await bench((engine) => void engine.addImage({ tags: ['a:1', 'a:2'] }));
  desk.ui.onAsk('Remove the tag a:1?', 'Remove the tag', () => void desk.engine.images.remove('a:2'));
  await desk.use(removeImage, imageRow(desk, 'a:1'));
  expect(await tags(desk)).toEqual([['a:1']]);
  expect(desk.ui.notifications[0]?.text).toBe('The image a:1 was left. It has no other name any more.');
});

it('reports what failed, without force', async () => {
  const desk = await bench((engine) => {
    for (const tag of ['a:1', 'b:1']) engine.addImage({ tags: [tag] });
    const { remove } = engine.images;
    engine.images.remove = async (reference, options) => {
      expect(options?.force ?? false).toBe(false);
      if (reference === 'a:1') throw new EngineError('conflict', 'image has dependent child images');
      return await remove(reference, options);
    };
  });
  desk.ui.onAsk('Remove 2 images?', 'Remove 2');
  await desk.use(removeImage, imageRow(desk, 'a:1'), imageRow(desk, 'b:1'));
  expect(desk.ui.notifications).toMatchObject([
    { severity: 'warning', text: 'Removed 1 of 2 images. a:1: Image has dependent child images.' },
  ]);
});

it('says so when what was chosen has gone', async () => {
  const desk = await bench((engine) => void engine.addImage({ tags: ['a:1'] }));
  const row = imageRow(desk, 'a:1');
  await desk.engine.images.remove('a:1');
  await desk.use(removeImage, row);
  expect(desk.ui.notifications).toMatchObject([{ severity: 'info', text: 'a:1: it was gone already.' }]);
});

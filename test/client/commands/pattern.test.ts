import { describe, expect, it } from 'vitest';
import { fitsPattern, parsePattern, type Texts } from '../../../client/src/commands/pattern/pattern.ts';
import { removeContainersByPattern } from '../../../client/src/commands/pattern/removeContainers.ts';
import { removeImagesByPattern } from '../../../client/src/commands/pattern/removeImages.ts';
import { bench } from './bench.ts';

const thing: Texts = {
  name: ['shop-web-1'],
  image: ['registry.example.com/team/web:1.27'],
  id: [`3f2a${'0'.repeat(60)}`],
  state: ['exited', 'Exited (0) 2 hours ago'],
  label: ['com.example.tier', 'com.example.tier=front'],
};
const fits = (text: string): boolean => {
  const pattern = parsePattern(text);
  return typeof pattern !== 'string' && fitsPattern(pattern, thing);
};

describe('a pattern', () => {
  it.each([
    'web',
    'WEB',
    'shop-*-1',
    'shop-*',
    '*',
    'shop-we?-[0-9]',
    'shop-web-[!2]',
    '{shop,blog}-web-*',
    '/^shop-web-\\d+$/',
    '/SHOP/i',
    'registry.example.com/*',
    'image:*:1.27',
    'image:/:1\\.\\d+$/',
    'name:shop-*',
    'label:com.example.tier',
    'label:com.example.tier=*',
    'label:tier=front',
    'id:3f2',
    'id:3F2A*',
    'state:exited',
    ' name: shop ',
  ])('%s fits', (text) => {
    expect(fits(text)).toBe(true);
  });

  it.each([
    '',
    'name:',
    '3f2',
    'exited',
    'shop-*-2',
    'web-*',
    'shop.web.1',
    'shop-web-[!1]',
    '{blog,news}-*',
    '/^web/',
    'name:registry*',
    'image:redis',
    'label:back',
    'id:f2a',
    '(shop',
    'a+',
  ])('%s does not fit', (text) => {
    expect(fits(text)).toBe(false);
  });

  it('says what is wrong with a regular expression', () => {
    expect(parsePattern('/(/')).toMatch(/^Not a regular expression: .*group/);
    expect(parsePattern('/[/')).toMatch(/^Not a regular expression/);
    expect(parsePattern('/a/xyz')).toMatch(/^Not a regular expression: .*flags/i);
    expect(parsePattern('/half')).toBe('A regular expression ends with “/”.');
  });
});

describe('remove by pattern', () => {
  it('removes the containers that fit and are selected, and names what runs', async () => {
    const desk = await bench((engine) => {
      engine.addContainer({ name: 'pr-12-web', state: 'running', status: 'Up 2 hours' });
      engine.addContainer({ name: 'pr-12-db', state: 'exited', status: 'Exited (0) 2 hours ago' });
      engine.addContainer({ name: 'pr-13-web', state: 'exited' });
      engine.addContainer({ name: 'shop', state: 'running' });
      engine.containers.sizes = async (ids) => new Map(ids.map((id, index) => [id, index * 1000]));
    });
    desk.ui
      .onPickMatching('Remove containers by pattern', 'pr-*', {
        rejected: ['/pr-(/'],
        answer: ['pr-12-web', 'pr-12-db'],
        look: (rows, summary) => {
          expect(rows.map(({ label, description }) => [label, description])).toEqual([
            ['pr-12-db', 'Exited (0) 2 hours ago • 1 kB written'],
            ['pr-12-web', 'Up 2 hours • 0 B written'],
            ['pr-13-web', 'Created • 2 kB written'],
          ]);
          expect(summary).toBe('3 containers selected, 1 of them running');
        },
      })
      .onAsk('1 of 2 containers is running: pr-12-web.', 'Stop and remove all 2');
    await desk.use(removeContainersByPattern);
    desk.ui.done();
    expect(await desk.states()).toEqual({ 'pr-13-web': 'exited', shop: 'running' });
  });

  it('removes nothing when it is dismissed or nothing is selected', async () => {
    const desk = await bench((engine) => void engine.addContainer({ name: 'web' }));
    desk.ui.onPickMatching('Remove containers by pattern', '*', {});
    await desk.use(removeContainersByPattern);
    desk.ui.onPickMatching('Remove containers by pattern', 'nobody');
    await desk.use(removeContainersByPattern);
    expect(await desk.states()).toEqual({ web: 'created' });
    expect(desk.ui.notifications.map(({ text }) => text)).toEqual(['No container was selected; nothing was removed.']);
  });

  it('removes the images’ names that fit, and leaves what containers use', async () => {
    const desk = await bench((engine) => {
      const used = engine.addImage({ tags: ['pr/web:12'] });
      engine.addContainer({ name: 'web', imageId: used.id });
      engine.addImage({ tags: ['pr/db:12', 'shop/db:1'] });
      engine.addImage({ tags: ['pr/cache:12'] });
      engine.addImage({ tags: ['shop/web:1'] });
    });
    desk.ui
      .onPickMatching('Remove images by pattern', 'pr/*', { answer: 'all', rejected: ['image:/[/'] })
      .onAsk('Remove 2 of 3 images?', 'Remove 2');
    await desk.use(removeImagesByPattern);
    desk.ui.done();
    const tags = (await desk.engine.images.list()).flatMap((image) => image.tags);
    expect(tags.toSorted()).toEqual(['pr/web:12', 'shop/db:1', 'shop/web:1']);
  });

  it('says so when there is nothing at all', async () => {
    const desk = await bench();
    await desk.use(removeContainersByPattern);
    await desk.use(removeImagesByPattern);
    expect(desk.ui.notifications.map(({ text }) => text)).toEqual(['There is no container.', 'There is no image.']);
  });
});

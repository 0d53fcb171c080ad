import { expect, test } from 'vitest';
import type { Files } from '../../../server/src/language.ts';
import { ContextReader, type ContextFiles } from '../../../server/src/workspace/contextFiles.ts';

/** A disk with these files, that counts how often it is asked. */
function disk(...paths: readonly string[]) {
  const asked: string[] = [];
  const there = new Set(paths.flatMap((path) => path.split('/').map((_, i, all) => all.slice(0, i + 1).join('/'))));
  const files: Files = {
    kind: (path) => {
      asked.push(path);
      return Promise.resolve(there.has(path) ? ('file' as const) : undefined);
    },
    list: (path) => {
      const inside = path.replace(/\/?$/, '/');
      const names = [...there].filter((one) => one.startsWith(inside) && !one.slice(inside.length).includes('/'));
      return Promise.resolve(names.map((one) => ({ name: one.slice(inside.length), kind: 'file' as const })));
    },
  };
  return { files, asked, there };
}

const question = { uri: 'file:///w/app/docker/Dockerfile', dockerignore: undefined };
const summary = (seen: ContextFiles | undefined): unknown => seen && [seen.folder, [...seen.missing]];

test('takes the folder with most of what is looked for', async () => {
  const { files } = disk('/w/app/docker/entry.sh', '/w/app/src', '/w/app/package.json');
  const look = (...paths: string[]) => new ContextReader(files).look({ ...question, paths });
  expect(summary(await look('entry.sh'))).toEqual(['/w/app/docker', []]);
  expect(summary(await look('src', 'package.json', 'docker/entry.sh'))).toEqual(['/w/app', []]);
  expect(summary(await look('src', 'package.json', 'docker/entry', 'entry.sh'))).toEqual([
    '/w/app',
    ['docker/entry', 'entry.sh'],
  ]);
  expect(summary(await look('app/src'))).toEqual(['/w', []]);
});

test('prefers the folder of the .dockerignore', async () => {
  const { files } = disk('/w/a', '/w/app/docker/a');
  const dockerignore = { path: '/w/.dockerignore', text: '' };
  const seen = await new ContextReader(files).look({ ...question, dockerignore, paths: ['a'] });
  expect(summary(seen)).toEqual(['/w', []]);
});

test('tells whether the .dockerignore is that of the context', async () => {
  const { files } = disk('/w/a', '/w/app/docker/b');
  const applies = async (path: string | undefined, ...paths: string[]) => {
    const dockerignore = path === undefined ? undefined : { path, text: '' };
    return (await new ContextReader(files).look({ ...question, dockerignore, paths }))?.dockerignoreApplies;
  };
  expect(await applies('/w/.dockerignore', 'a')).toBe(true);
  expect(await applies('/w/.dockerignore', 'b')).toBe(false);
  expect(await applies('/w/app/docker/Dockerfile.dockerignore', 'a')).toBe(true);
  expect(await applies(undefined, 'a')).toBe(true);
});

test('says nothing when nothing is anywhere, or nothing is asked', async () => {
  const reader = new ContextReader(disk('/w/app/x').files);
  expect(await reader.look({ ...question, paths: ['a', 'b'] })).toBeUndefined();
  expect(await reader.look({ ...question, paths: [] })).toBeUndefined();
  expect(await reader.look({ ...question, uri: 'untitled:Dockerfile', paths: ['x'] })).toBeUndefined();
});

test('names what is meant by a misspelt path', async () => {
  const { files } = disk('/w/app/docker/src/package.json', '/w/app/docker/a');
  const seen = await new ContextReader(files).look({ ...question, paths: ['a', 'src/pakcage.json', 'src/other'] });
  expect([...(seen?.meant ?? [])]).toEqual([['src/pakcage.json', 'src/package.json']]);
});

test('asks the disk again only after a moment, and never for too much', async () => {
  const { files, asked, there } = disk('/w/app/docker/a');
  let now = 0;
  const reader = new ContextReader(files, () => now);
  const look = async (...paths: string[]) => summary(await reader.look({ ...question, paths }));
  await look('a');
  await look('a');
  expect(asked).toEqual(['/w/app/docker/a']);
  there.delete('/w/app/docker/a');
  expect(await look('a')).toEqual(['/w/app/docker', []]);
  now = 3_000;
  expect(await look('a')).toBeUndefined();
  asked.length = 0;
  await look(...Array.from({ length: 1_000 }, (_, i) => `f${i}`));
  expect(asked.length).toBeLessThanOrEqual(400);
});

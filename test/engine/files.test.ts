import { hostname } from 'node:os';
import { Readable } from 'node:stream';
import { expect } from 'vitest';
import { fileSource, type FilesOf } from '../../client/src/engine/files/source.ts';
import { FileTree } from '../../client/src/engine/files/fileTree.ts';
import { helperLabel } from '../../client/src/engine/helper.ts';
import { TestClock } from '../support/clock.ts';
import { readText, type TestEngine } from '../support/engine.ts';
import { engineTest } from '../support/engineTest.ts';
import { tar } from '../support/tar.ts';

const test = engineTest('files');
const { signal } = new AbortController();

function open({ engine }: TestEngine, of: FilesOf) {
  const clock = new TestClock();
  const source = fileSource(of, {
    engine,
    clock,
    onError: (error) => {
      throw error;
    },
  });
  return { tree: new FileTree({ engine, source }), source, clock };
}
const container = (id: string): FilesOf => ({ kind: 'container', id });
const text = async (tree: FileTree, path: string): Promise<string> =>
  Buffer.from(await tree.read(path, signal)).toString();
const write = (tree: FileTree, path: string, data: string): Promise<void> =>
  tree.write(path, { data: Buffer.from(data), create: true, overwrite: true }, signal);
const names = async (tree: FileTree, path: string): Promise<string[]> =>
  (await tree.list(path, signal)).map(({ name }) => name).sort();
async function shell({ engine }: TestEngine, id: string, line: string): Promise<string> {
  const session = await engine.containers.exec(id, { command: ['sh', '-c', line], terminal: false });
  return await readText(session.output);
}
const helpers = async ({ engine }: TestEngine): Promise<number> =>
  (await engine.containers.list({ labels: [`${helperLabel}=${hostname()}/${process.pid}`] })).length;

/** Files of all kinds, with names that only careful readers get right. */
const scene = [
  'mkdir -p /data/deep/deeper /data/empty',
  'printf one > /data/a; printf four > /data/deep/b',
  'chown 1000:2000 /data/a; chmod 640 /data/a; touch -d "2020-01-02 03:04:05" /data/a',
  'chown 1000:2000 /data/deep',
  'ln -s a /data/link; ln -s /data/deep /data/folder; ln -s nowhere /data/dangling; ln /data/deep/b /data/twin',
  'mkfifo /data/pipe; printf x > "/data/two\nlines"; printf y > "/data/-rf"; printf z > "/data/fünf 5"',
].join('\n');
const expected = ['-rf', 'a', 'dangling', 'deep', 'empty', 'folder', 'fünf 5', 'link', 'pipe', 'twin', 'two\nlines'];

test('a folder is the same whether the container runs and has tools, or is stopped', async ({ real }) => {
  const id = await real.run();
  await shell(real, id, scene);
  const { tree } = open(real, container(id));
  const running = await tree.list('/data', signal);
  expect(running.map(({ name }) => name).sort()).toEqual(expected);
  expect(running.find(({ name }) => name === 'a')).toEqual({
    name: 'a',
    kind: 'file',
    size: 3,
    mode: 0o640,
    modifiedAt: Date.UTC(2020, 0, 2, 3, 4, 5),
  });
  const kinds = Object.fromEntries(running.map(({ name, kind, leadsTo }) => [name, [kind, leadsTo?.kind]]));
  expect(kinds).toMatchObject({
    link: ['link', 'file'],
    folder: ['link', 'folder'],
    dangling: ['link', undefined],
    pipe: ['other', undefined],
    deep: ['folder', undefined],
  });
  await real.engine.containers.stop(id, { timeoutSeconds: 0 });
  const stopped = await tree.list('/data', signal);
  const known = ({ name, kind, mode, leadsTo }: (typeof stopped)[number]): string =>
    `${mode.toString(8)} ${kind} ${leadsTo?.kind ?? ''} ${name}`;
  const byName = (list: typeof stopped): string[] => list.map(known).sort();
  expect(byName(stopped)).toEqual(byName(running));
  expect(await names(tree, '/data/folder')).toEqual(['b', 'deeper']);
  expect(await names(tree, '/data/empty')).toEqual([]);
  expect(await names(tree, '')).toEqual(expect.arrayContaining(['bin', 'data', 'etc', 'tmp']));
  await expect(tree.list('/data/a', signal)).rejects.toMatchObject({ name: 'EngineError' });
  await expect(tree.list('/nothing', signal)).rejects.toMatchObject({ kind: 'not-found' });
});

test('a file is saved with its owner and mode, also through a link; a new one has its folder’s owner', async ({
  real,
}) => {
  const id = await real.run();
  await shell(real, id, scene);
  const { tree } = open(real, container(id));
  await write(tree, '/data/link', 'changed');
  await write(tree, '/data/deep/new', 'new');
  await write(tree, '/data/folder/other', 'other');
  await tree.makeFolder('/data/deep/made', signal);
  expect(await text(tree, '/data/a')).toBe('changed');
  expect(await text(tree, '/data/two\nlines')).toBe('x');
  const seen = await shell(
    real,
    id,
    'cd /data; stat -c "%A %u:%g %n" a link deep/new deep/made deep/other; cat deep/new',
  );
  expect(seen.split('\n')).toEqual([
    '-rw-r----- 1000:2000 a',
    'lrwxrwxrwx 0:0 link',
    '-rw-r--r-- 1000:2000 deep/new',
    'drwxr-xr-x 1000:2000 deep/made',
    '-rw-r--r-- 1000:2000 deep/other',
    'new',
  ]);
  const exclusive = { data: Buffer.from('x'), create: true, overwrite: false };
  await expect(tree.write('/data/a', exclusive, signal)).rejects.toMatchObject({ kind: 'conflict' });
  await expect(write(tree, '/data/deep', 'x')).rejects.toMatchObject({ kind: 'conflict' });
  await expect(tree.read('/data/deep', signal)).rejects.toMatchObject({ kind: 'invalid' });
  await expect(tree.read('/data/pipe', signal)).rejects.toMatchObject({ kind: 'invalid' });
});

test('files are renamed and deleted by argument where the container runs, and stay with a reason where it does not', async ({
  real,
}) => {
  const id = await real.run();
  await shell(real, id, scene);
  const { tree } = open(real, container(id));
  await tree.rename('/data/-rf', '/data/$(reboot)', { overwrite: false, signal });
  const onto = tree.rename('/data/a', '/data/twin', { overwrite: false, signal });
  await expect(onto).rejects.toMatchObject({ kind: 'conflict' });
  await expect(tree.rename('/data/a', '/data/deep', { overwrite: true, signal })).rejects.toMatchObject({
    kind: 'conflict',
  });
  await expect(tree.remove('/data/deep', { recursive: false }, signal)).rejects.toMatchObject({ kind: 'failed' });
  await tree.remove('/data/deep', { recursive: true }, signal);
  await tree.remove('/data/empty', { recursive: false }, signal);
  await tree.remove('/data/folder', { recursive: true }, signal);
  await expect(tree.remove('/', { recursive: true }, signal)).rejects.toMatchObject({ kind: 'invalid' });
  await expect(tree.remove('/data/nothing', { recursive: true }, signal)).rejects.toMatchObject({ kind: 'not-found' });
  expect(await names(tree, '/data')).toEqual([
    '$(reboot)',
    'a',
    'dangling',
    'fünf 5',
    'link',
    'pipe',
    'twin',
    'two\nlines',
  ]);
  await real.engine.containers.stop(id, { timeoutSeconds: 0 });
  const refused = { kind: 'unsupported', message: expect.stringContaining('Start the container') };
  await expect(tree.remove('/data/a', { recursive: false }, signal)).rejects.toMatchObject(refused);
  await expect(tree.rename('/data/a', '/data/b', { overwrite: false, signal })).rejects.toMatchObject(refused);
  expect(await text(tree, '/data/a')).toBe('one');
});

test('a container that was never started and has no program at all is browsed, read and written', async ({ real }) => {
  const { containers, images } = real.engine;
  const scratch = tar([
    { path: 'app/' },
    { path: 'app/config.json', data: '{}', mode: 0o600 },
    { path: 'app/current', link: 'config.json' },
  ]);
  const label = { changes: ['LABEL dev.gantry.test=files'] };
  const image = await images.import(Readable.from([scratch]), label, signal);
  const id = await real.create({ image, command: ['/none'] });
  const { tree } = open(real, container(id));
  expect(await names(tree, '')).toContain('app');
  expect(await names(tree, '/app')).toEqual(['config.json', 'current']);
  await write(tree, '/app/current', '{"a":1}');
  expect(await text(tree, '/app/config.json')).toBe('{"a":1}');
  expect(await tree.stat('/app/config.json', signal)).toMatchObject({ size: 7, mode: 0o600 });
  expect(await tree.stat('/app/current', signal)).toMatchObject({ kind: 'link', leadsTo: { kind: 'file' } });
  expect(await tree.stat('/app/none', signal)).toBeUndefined();
  expect((await containers.list({ ids: [id] }))[0]?.state).toBe('created');
});

test('an image is looked into by a helper that is taken away when nobody looks any more', async ({ real }) => {
  const image = (await real.engine.images.list()).find(({ tags }) => tags.includes(real.image));
  const { tree, clock } = open(real, { kind: 'image', id: image?.id ?? '' });
  expect(await helpers(real)).toBe(0);
  expect(await names(tree, '')).toEqual(expect.arrayContaining(['bin', 'etc', 'tmp']));
  expect(await names(tree, '/etc')).toContain('passwd');
  expect(await text(tree, '/etc/passwd')).toContain('guest');
  expect(tree.writable).toBe(false);
  await expect(write(tree, '/etc/passwd', 'x')).rejects.toMatchObject({ kind: 'unsupported' });
  await expect(tree.remove('/etc/passwd', { recursive: false }, signal)).rejects.toMatchObject({ kind: 'unsupported' });
  expect(await helpers(real)).toBe(1);
  await clock.advance(11_000);
  await expect.poll(() => helpers(real), { timeout: 20_000 }).toBe(0);
  expect(await text(tree, '/etc/passwd')).toContain('guest');
  expect(await helpers(real)).toBe(1);
});

test('a volume is browsed and written without a container, and changed where one runs that has it', async ({
  real,
}) => {
  const { containers, volumes } = real.engine;
  const name = 'gantry-files-volume';
  await volumes.create({ name, labels: real.labels });
  const { tree, source } = open(real, { kind: 'volume', id: name });
  await write(tree, '/one', '1');
  await tree.makeFolder('/sub', signal);
  await write(tree, '/sub/two', '2');
  expect(await names(tree, '')).toEqual(['one', 'sub']);
  await expect(tree.remove('/one', { recursive: false }, signal)).rejects.toMatchObject({
    kind: 'unsupported',
    message: expect.stringContaining('this volume mounted'),
  });
  const id = await real.run({ volumes: [`${name}:/mnt/it`] });
  await tree.rename('/one', '/sub/one', { overwrite: false, signal });
  await tree.remove('/sub/two', { recursive: false }, signal);
  expect(await shell(real, id, 'cd /mnt/it; find . -type f; cat sub/one; ln -s /etc/passwd out')).toBe('./sub/one\n1');
  expect(await tree.stat('/out', signal)).toMatchObject({ kind: 'link' });
  await expect(tree.read('/out', signal)).rejects.toMatchObject({ kind: 'invalid' });
  await containers.remove(id, { force: true });
  // A prune takes the helper away; the next look makes another.
  for (const { id: helper } of await containers.list({ labels: [helperLabel] }))
    if ((await containers.definition(helper)).volumes?.some((bind) => bind.startsWith(name)))
      await containers.remove(helper);
  expect(await text(tree, '/sub/one')).toBe('1');
  await source.release();
  await volumes.remove(name);
});

import { expect, test } from 'vitest';
import { FileTree } from '../../../client/src/engine/files/fileTree.ts';
import { fileSource, type FilesOf } from '../../../client/src/engine/files/source.ts';
import { writeTar } from '../../../client/src/engine/archive/writeTar.ts';
import type { TarFile } from '../../../client/src/engine/archive/entry.ts';
import { helperLabel } from '../../../client/src/engine/helper.ts';
import { TestClock } from '../../support/clock.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';

const { signal } = new AbortController();
const owner = { user: 70_000, group: 3_000_000 };

function entry(path: string, text?: string): TarFile {
  const data = Buffer.from(text ?? '');
  const kind = text === undefined ? 'folder' : 'file';
  const chunks = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
    if (data.length > 0) yield data;
  };
  return { path, kind, mode: 0o750, modifiedAt: 1_600_000_000_000, owner, size: data.length, data: chunks() };
}
async function* all(...files: readonly TarFile[]): AsyncGenerator<TarFile, void, undefined> {
  yield* files;
}

async function setUp() {
  const engine = new MemoryEngine();
  const { id } = engine.addContainer({ state: 'exited' });
  const files = all(entry('srv'), entry('srv/a', 'one'), entry('srv/sub'), entry('srv/sub/deep', 'two'));
  await engine.containers.writeArchive(id, { folder: '/', tar: writeTar(files) }, signal);
  const open = (of: FilesOf) => {
    const clock = new TestClock();
    const errors: unknown[] = [];
    const source = fileSource(of, { engine, clock, onError: (error) => errors.push(error) });
    return { tree: new FileTree({ engine, source }), source, clock, errors };
  };
  return { engine, id, open };
}

test('one level of a folder is told, with sizes, times and modes', async () => {
  const { id, open } = await setUp();
  const { tree } = open({ kind: 'container', id });
  const common = { mode: 0o750, modifiedAt: 1_600_000_000_000 };
  expect(await tree.list('/srv', signal)).toEqual([
    { name: 'a', kind: 'file', size: 3, ...common },
    { name: 'sub', kind: 'folder', size: 0, ...common },
  ]);
  await expect(tree.list('/srv/a', signal)).rejects.toMatchObject({ kind: 'invalid' });
});

test('a file that is written over keeps its mode; what may not be there is refused', async () => {
  const { id, open } = await setUp();
  const { tree } = open({ kind: 'container', id });
  const writing = { data: Buffer.from('changed'), create: true, overwrite: true };
  await tree.write('/srv/a', writing, signal);
  expect(Buffer.from(await tree.read('/srv/a', signal)).toString()).toBe('changed');
  expect(await tree.stat('/srv/a', signal)).toMatchObject({ mode: 0o750, size: 7 });
  const refused = async (path: string, how: Partial<typeof writing>): Promise<unknown> =>
    await tree.write(path, { ...writing, ...how }, signal).catch((error: unknown) => error);
  expect(await refused('/srv/a', { overwrite: false })).toMatchObject({ kind: 'conflict' });
  expect(await refused('/srv/b', { create: false })).toMatchObject({ kind: 'not-found' });
  expect(await refused('/srv/sub', {})).toMatchObject({ kind: 'conflict' });
});

test('an image is read only, and its helper is gone a while after the last look', async () => {
  const { engine, open } = await setUp();
  const image = engine.addImage({ tags: ['web:1'] });
  const { tree, clock, errors } = open({ kind: 'image', id: image.id });
  const helpers = async (): Promise<number> =>
    (await engine.containers.list()).filter(({ labels }) => helperLabel in labels).length;
  expect(await tree.stat('/none', signal)).toBeUndefined();
  expect(await helpers()).toBe(1);
  await clock.advance(9_000);
  await tree.stat('/none', signal);
  await clock.advance(9_000);
  expect(await helpers()).toBe(1);
  await clock.advance(2_000);
  await expect.poll(helpers).toBe(0);
  const writing = { data: Buffer.from(''), create: true, overwrite: true };
  await expect(tree.write('/a', writing, signal)).rejects.toMatchObject({ kind: 'unsupported' });
  expect(errors).toEqual([]);
});

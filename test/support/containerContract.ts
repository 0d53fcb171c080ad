import { expect, test } from 'vitest';
import { readTar } from '../../client/src/engine/archive/readTar.ts';
import type { TarFile } from '../../client/src/engine/archive/entry.ts';
import { writeTar } from '../../client/src/engine/archive/writeTar.ts';
import { collect } from './engine.ts';
import type { Contracted } from './engineContract.ts';

/** What is done with a container beyond its state; a part of the engine's contract. */
export function containerContract(open: () => Contracted): void {
  const { signal } = new AbortController();
  const make = async (): Promise<string> => {
    const { engine, image, labels } = open();
    const own = { ...labels, 'gantry.contract': 'work' };
    const { id } = await engine.containers.create({ image, labels: own, command: ['sleep', '600'], env: ['A=1'] });
    return id;
  };

  test('a container knows what it was made with, and its limits change', async () => {
    const { containers } = open().engine;
    const id = await make();
    const made = await containers.definition(id);
    expect(made).toMatchObject({
      image: open().image,
      command: ['sleep', '600'],
      env: ['A=1'],
      volumes: [],
      ports: [],
    });
    expect(made.labels).toMatchObject({ 'gantry.contract': 'work' });
    await containers.update(id, { memory: 64 << 20, restart: { name: 'on-failure', maximumRetries: 2 } });
    const { memory, restart } = await containers.definition(id);
    expect({ memory, restart }).toEqual({ memory: 64 << 20, restart: { name: 'on-failure', maximumRetries: 2 } });
    await containers.remove(id);
  });

  test('files go into a container that never ran, and come out of it', async () => {
    const { containers } = open().engine;
    const id = await make();
    const text = 'written before the first start\n';
    const folder: TarFile = { path: 'notes', kind: 'folder', mode: 0o755, modifiedAt: 1000, size: 0, data: bytes() };
    const file: TarFile = {
      path: 'notes/one.txt',
      kind: 'file',
      mode: 0o640,
      modifiedAt: 1_600_000_000_000,
      size: text.length,
      data: bytes(text),
    };
    await containers.writeArchive(id, { folder: '/', tar: writeTar(from(folder, file)) }, signal);
    expect(await containers.stat(id, '/notes/one.txt')).toEqual({
      name: 'one.txt',
      kind: 'file',
      size: text.length,
      mode: 0o640,
      modifiedAt: 1_600_000_000_000,
    });
    expect(await containers.stat(id, '/notes')).toMatchObject({ kind: 'folder' });
    expect(await containers.stat(id, '/nothing')).toBeUndefined();
    await expect(containers.stat('f'.repeat(64), '/')).rejects.toMatchObject({ kind: 'not-found' });
    const read: string[] = [];
    for await (const { path, data } of readTar(containers.readArchive(id, '/notes', signal)))
      read.push(`${path}: ${Buffer.concat(await collect(data)).toString()}`);
    expect(read).toEqual(['notes: ', `notes/one.txt: ${text}`]);
    expect((await containers.changes(id)).map(({ path }) => path)).toContain('/notes/one.txt');
    await expect(collect(containers.readArchive(id, '/nothing', signal))).rejects.toMatchObject({ kind: 'not-found' });
    await containers.remove(id);
  });

  test('an end can be waited for, and waiting stops with the signal', async () => {
    const { containers } = open().engine;
    const id = await make();
    await containers.start(id);
    const stop = new AbortController();
    const stopped = containers.wait(id, stop.signal);
    stop.abort();
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect((await containers.top(id)).processes.map((words) => words.join(' ')).join()).toContain('sleep');
    const code = containers.wait(id, signal);
    await containers.kill(id);
    expect(await code).toBe(137);
    expect(await containers.wait(id, signal)).toBe(137);
    await expect(containers.top(id)).rejects.toMatchObject({ name: 'EngineError' });
    await containers.remove(id);
  });

  test('an image is made of a container', async () => {
    const { engine } = open();
    const id = await make();
    const image = await engine.containers.commit(
      id,
      { repository: 'gantry-contract', tag: 'committed', message: 'why', pause: true },
      signal,
    );
    const made = (await engine.images.list()).find((one) => one.id === image);
    expect(made?.tags).toEqual(['gantry-contract:committed']);
    await engine.containers.remove(id);
    await engine.images.remove('gantry-contract:committed');
  });
}

async function* bytes(text = ''): AsyncGenerator<Uint8Array> {
  if (text !== '') yield Buffer.from(text);
}

async function* from<T>(...items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

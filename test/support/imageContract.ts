import { expect, test } from 'vitest';
import { writeTar } from '../../client/src/engine/archive/writeTar.ts';
import type { TarFile } from '../../client/src/engine/archive/entry.ts';
import { collect } from './engine.ts';
import type { Contracted } from './engineContract.ts';

/** Images out of files and into them; a part of the engine's contract. */
export function imageContract(open: () => Contracted): void {
  const { signal } = new AbortController();

  test('an image is made of files, and comes back from its archive as it was', async () => {
    const { images } = open().engine;
    const suite = open().labels['dev.gantry.test'] ?? 'none';
    const made = await images.import(
      writeTar(aFile()),
      { repository: 'gantry-contract', tag: 'imported', changes: [`LABEL dev.gantry.test=${suite}`] },
      signal,
    );
    const find = async () => (await images.list()).find(({ id }) => id === made);
    expect((await find())?.tags).toEqual(['gantry-contract:imported']);
    const archive = await collect(images.save(['gantry-contract:imported'], signal));
    await images.remove('gantry-contract:imported');
    expect(await find()).toBeUndefined();
    const again = (async function* () {
      yield* archive;
    })();
    expect(await images.load(again, signal)).toEqual(['gantry-contract:imported']);
    expect((await find())?.tags).toEqual(['gantry-contract:imported']);
    await images.remove('gantry-contract:imported');
    await expect(collect(images.save(['gantry-contract:none'], signal))).rejects.toMatchObject({ kind: 'not-found' });
    const broken = (async function* () {
      yield Buffer.from('this is no archive');
    })();
    await expect(images.load(broken, signal)).rejects.toMatchObject({ name: 'EngineError' });
  });
}

async function* aFile(): AsyncGenerator<TarFile> {
  const data = (async function* () {
    yield Buffer.from('hello');
  })();
  yield { path: 'hello', kind: 'file', mode: 0o644, modifiedAt: 0, size: 5, data };
}

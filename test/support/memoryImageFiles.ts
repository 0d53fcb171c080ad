import type { TarFile } from '../../client/src/engine/archive/entry.ts';
import { readTar } from '../../client/src/engine/archive/readTar.ts';
import { writeTar } from '../../client/src/engine/archive/writeTar.ts';
import type { ImageOperations } from '../../client/src/engine/engine.ts';
import { EngineError } from '../../client/src/engine/error.ts';
import type { Image } from '../../client/src/engine/model.ts';
import { collect } from './engine.ts';

interface Holder {
  readonly image: (reference: string) => Image;
  readonly addImage: (image: Partial<Image>) => Image;
}

/** How images go out of the engine in memory and come in: its archives hold their records. */
export function memoryImageFiles({
  image,
  addImage,
}: Holder): Pick<ImageOperations, 'save' | 'load' | 'import' | 'search'> {
  return {
    async *save(references) {
      const images = references.map(image);
      yield* writeTar(oneFile('manifest.json', JSON.stringify(images)));
    },
    load: async (tar) => {
      const names: string[] = [];
      for await (const { path, data } of readTar(tar)) {
        if (path !== 'manifest.json') continue;
        for (const record of JSON.parse(Buffer.concat(await collect(data)).toString()) as Image[])
          names.push(...addImage(record).tags);
      }
      return names;
    },
    import: async (tar, { repository, tag = 'latest' }) => {
      const size = (await collect(tar)).reduce((sum, chunk) => sum + chunk.length, 0);
      return addImage({ size, tags: repository === undefined ? [] : [`${repository}:${tag}`] }).id;
    },
    search: async () => {
      throw new EngineError('failed', 'The engine in memory reaches no registry.');
    },
  };
}

async function* oneFile(path: string, text: string): AsyncGenerator<TarFile, void, undefined> {
  const data = (async function* (): AsyncGenerator<Uint8Array, void, undefined> {
    yield Buffer.from(text);
  })();
  yield { path, kind: 'file', mode: 0o644, modifiedAt: 0, size: Buffer.byteLength(text), data };
}

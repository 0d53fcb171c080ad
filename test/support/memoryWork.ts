import { readTar } from '../../client/src/engine/archive/readTar.ts';
import { writeTar } from '../../client/src/engine/archive/writeTar.ts';
import type { TarFile } from '../../client/src/engine/archive/entry.ts';
import type { ContainerOperations, CreateContainerOptions } from '../../client/src/engine/engine.ts';
import { EngineError } from '../../client/src/engine/error.ts';
import type { Container, Image } from '../../client/src/engine/model.ts';
import { collect } from './engine.ts';
import { until } from './until.ts';

type Work = Pick<
  ContainerOperations,
  'update' | 'definition' | 'top' | 'wait' | 'commit' | 'changes' | 'export' | 'stat' | 'readArchive' | 'writeArchive'
>;

interface Kept {
  readonly file: Omit<TarFile, 'data'>;
  readonly bytes: Uint8Array;
}

interface Holder {
  readonly container: (id: string) => Container;
  readonly addImage: (image: Partial<Image>) => Image;
}

/** What the containers of the engine in memory are made with and hold: their options and their files. */
export class MemoryWork {
  readonly #engine: Holder;
  readonly #made = new Map<string, CreateContainerOptions>();
  readonly #files = new Map<string, Map<string, Kept>>();

  constructor(engine: Holder) {
    this.#engine = engine;
  }

  made(id: string, options: CreateContainerOptions): void {
    this.#made.set(id, options);
  }

  readonly operations: Work = {
    update: async (id, limits) => {
      this.#made.set(id, { ...this.#options(id), ...limits });
      return [];
    },
    definition: async (id) => {
      const { name } = this.#engine.container(id);
      return { env: [], ports: [], volumes: [], autoRemove: false, ...this.#options(id), name };
    },
    top: async (id) => {
      const { state, command } = this.#engine.container(id);
      if (state !== 'running') throw new EngineError('conflict', `Container ${id} is not running`);
      return { titles: ['PID', 'CMD'], processes: [['1', command]] };
    },
    wait: async (id, signal) => {
      const ended = (): boolean => signal.aborted || this.#engine.container(id).state !== 'running';
      await until(`the end of ${id}`, ended);
      signal.throwIfAborted();
      return this.#engine.container(id).exitCode ?? 0;
    },
    commit: async (id, { repository, tag = 'latest' }) => {
      this.#engine.container(id);
      return this.#engine.addImage({ tags: repository === undefined ? [] : [`${repository}:${tag}`] }).id;
    },
    changes: async (id) => [...this.#filesOf(id).keys()].map((path) => ({ path, kind: 'added' as const })),
    export: (id) => this.#pack(id, '/'),
    stat: async (id, path) => {
      const kept = this.#filesOf(id).get(path);
      if (!kept) return undefined;
      const { mode, modifiedAt } = kept.file;
      const name = path.split('/').at(-1) ?? '';
      return { name, kind: kept.file.kind === 'folder' ? 'folder' : 'file', size: kept.bytes.length, mode, modifiedAt };
    },
    readArchive: (id, path) => this.#pack(id, path),
    writeArchive: async (id, { folder, tar }) => {
      const files = this.#filesOf(id);
      for await (const { data, ...file } of readTar(tar)) {
        const bytes = Buffer.concat(await collect(data));
        files.set(`${folder.replace(/\/$/, '')}/${file.path}`, { file, bytes });
      }
    },
  };

  #options(id: string): CreateContainerOptions {
    const { image, labels } = this.#engine.container(id);
    return this.#made.get(id) ?? { image, labels };
  }

  #filesOf(id: string): Map<string, Kept> {
    this.#engine.container(id);
    const files = this.#files.get(id) ?? new Map<string, Kept>();
    this.#files.set(id, files);
    return files;
  }

  async *#pack(id: string, asked: string): AsyncGenerator<Uint8Array, void, undefined> {
    const path = asked.replace(/\/\.$/, '') || '/';
    const under = [...this.#filesOf(id)].filter(([at]) => at === path || path === '/' || at.startsWith(`${path}/`));
    if (under.length === 0) throw new EngineError('not-found', `Could not find the file ${path} in container ${id}`);
    const parent = path === '/' ? '/' : `${path.split('/').slice(0, -1).join('/')}/`;
    const files = async function* (): AsyncGenerator<TarFile, void, undefined> {
      for (const [at, { file, bytes }] of under)
        yield {
          ...file,
          path: at.slice(parent.length),
          data: (async function* () {
            if (bytes.length > 0) yield bytes;
          })(),
        };
    };
    yield* writeTar(files());
  }
}

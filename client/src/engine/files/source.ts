import type { Clock } from '../../clock.ts';
import type { Engine } from '../engine.ts';
import { record } from '../translate/read.ts';
import { LentHelper } from './lentHelper.ts';

/** What has files: by its full id, an image by its id, a volume by its name. */
export interface FilesOf {
  readonly kind: 'container' | 'image' | 'volume';
  readonly id: string;
}

/** A container through which files are seen, and the folder in it that is their root; `''` is its own root. */
export interface Door {
  readonly id: string;
  readonly root: string;
}

/** Where files are reached. */
export interface FileSource {
  readonly of: FilesOf;
  readonly writable: boolean;
  /** Does something with a container through which archives see the files. It need not run. */
  use<T>(task: (door: Door) => Promise<T>): Promise<T>;
  /** A running container in which commands see them and may change them, if there is one. */
  running(signal: AbortSignal): Promise<Door | undefined>;
  /** Removes what was made for it; the next use makes it again. */
  release(): Promise<void>;
}

export interface FileSourceOptions {
  readonly engine: Pick<Engine, 'containers' | 'images'>;
  readonly clock: Clock;
  /** What goes wrong where nobody waits for it. */
  readonly onError: (error: unknown) => void;
}

/** Finds the way to the files of a container, an image or a volume; the latter two by a helper that is never started. */
export function fileSource(of: FilesOf, options: FileSourceOptions): FileSource {
  switch (of.kind) {
    case 'container':
      return containerSource(of, options);
    case 'image':
      return imageSource(of, options);
    case 'volume':
      return volumeSource(of, options);
  }
}

function containerSource(of: FilesOf, { engine }: FileSourceOptions): FileSource {
  const door = { id: of.id, root: '' };
  return {
    of,
    writable: true,
    use: (task) => task(door),
    running: async (signal) => {
      const { Running, Paused } = record((await engine.containers.inspect(of.id, signal))['State']);
      return Running === true && Paused !== true ? door : undefined;
    },
    release: async () => {},
  };
}

function imageSource(of: FilesOf, options: FileSourceOptions): FileSource {
  const helper = new LentHelper({ ...options, image: of.id });
  return {
    of,
    writable: false,
    use: (task) => helper.use((id) => task({ id, root: '' })),
    running: async () => undefined,
    release: () => helper.release(),
  };
}

/** Where a helper container has the volume. */
const place = '/volume';

function volumeSource(of: FilesOf, { engine, ...options }: FileSourceOptions): FileSource {
  const helper = new LentHelper({ engine, ...options, volumes: [`${of.id}:${place}`] });
  return {
    of,
    writable: true,
    use: (task) => helper.use((id) => task({ id, root: place })),
    running: async (signal) => {
      for (const { id, state, mounts } of await engine.containers.list({}, signal)) {
        const mount = mounts.find(({ type, name, readOnly }) => type === 'volume' && name === of.id && !readOnly);
        if (state === 'running' && mount) return { id, root: mount.target };
      }
      return undefined;
    },
    release: () => helper.release(),
  };
}

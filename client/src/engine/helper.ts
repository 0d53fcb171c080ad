import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Engine } from './engine.ts';
import { EngineError } from './error.ts';
import type { Container } from './model.ts';
import { writeTar } from './archive/writeTar.ts';
import type { TarFile } from './archive/entry.ts';

/** Every helper container has it; its value says which window of which machine works with it. */
export const helperLabel = 'dev.gantry.helper';

export interface HelperOptions {
  /** `source:target`, as `docker run --volume`. */
  readonly volumes?: readonly string[];
  /** The image whose files are to be seen; any that is here when absent. */
  readonly image?: string;
  readonly signal: AbortSignal;
}

/** A helper container: made and never started. */
export interface Helper {
  readonly id: string;
  /** Removes it. One that has gone meanwhile is fine. */
  close(): Promise<void>;
}

/** Gives a task a helper, and removes it afterwards whatever comes. */
export async function withHelper<T>(
  engine: Pick<Engine, 'containers' | 'images'>,
  options: HelperOptions,
  task: (id: string) => Promise<T>,
): Promise<T> {
  const helper = await openHelper(engine, options);
  try {
    return await task(helper.id);
  } finally {
    await helper.close();
  }
}

/**
 * Makes a container that is never started, through which the archive endpoints see its volumes and its image's files. Any
 * image that is here will do for volumes, as nothing of it is used; where there is none, an empty one is made for the
 * time. No network is touched. Whoever opens it closes it.
 */
export async function openHelper(
  { containers, images }: Pick<Engine, 'containers' | 'images'>,
  { volumes = [], image: wanted, signal }: HelperOptions,
): Promise<Helper> {
  const owner = `${hostname()}/${process.pid}`;
  const local = wanted ?? (await smallestImage(images, signal));
  const image = local ?? (await images.import(writeTar(emptyFiles()), {}, signal));
  const forgetImage = async (): Promise<void> => {
    if (local === undefined) await images.remove(image);
  };
  try {
    const { id } = await containers.create(
      {
        image,
        name: `gantry-helper-${randomBytes(4).toString('hex')}`,
        command: ['never-started'],
        labels: { [helperLabel]: owner },
        volumes,
        network: 'none',
      },
      signal,
    );
    return {
      id,
      close: async () => {
        try {
          await containers.remove(id, { removeAnonymousVolumes: true }).catch(unlessGone);
        } finally {
          await forgetImage();
        }
      },
    };
  } catch (error) {
    await forgetImage();
    throw error;
  }
}

function unlessGone(error: unknown): void {
  if (!(error instanceof EngineError) || error.kind !== 'not-found') throw error;
}

async function smallestImage(images: Engine['images'], signal: AbortSignal): Promise<string | undefined> {
  const [smallest] = (await images.list(signal)).toSorted((a, b) => a.size - b.size);
  return smallest?.id;
}

async function* emptyFiles(): AsyncGenerator<TarFile, void, undefined> {
  const nothing = (async function* (): AsyncGenerator<Uint8Array, void, undefined> {})();
  yield { path: 'empty', kind: 'folder', mode: 0o755, modifiedAt: 0, size: 0, data: nothing };
}

/** How long a helper of another machine is left alone, in milliseconds: nobody there can be asked whether it lives. */
const patience = 24 * 3_600_000;

/** Whether a container is a helper of ours: nothing that a person has made, or would look for. */
export function isHelper({ labels }: Pick<Container, 'labels'>): boolean {
  return labels[helperLabel] !== undefined;
}

/** Whether a container is a helper that nobody works with any more: its window has crashed. */
export function isStrayHelper({ labels, createdAt }: Pick<Container, 'labels' | 'createdAt'>, now: number): boolean {
  const owner = labels[helperLabel];
  if (owner === undefined) return false;
  const [host, pid = ''] = owner.split('/');
  return host === hostname() ? !isAlive(Number(pid)) : now - createdAt > patience;
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes the stray helpers among these containers. One that has gone meanwhile is fine. */
export async function removeStrayHelpers(
  { containers }: Pick<Engine, 'containers'>,
  known: Iterable<Container>,
): Promise<number> {
  const stray = [...known].filter((container) => isStrayHelper(container, Date.now()));
  for (const { id } of stray) {
    await containers.remove(id, { force: true, removeAnonymousVolumes: true }).catch(unlessGone);
  }
  return stray.length;
}

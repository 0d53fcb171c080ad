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
  readonly volumes: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * Gives a task a container that is made and never started, through which the archive endpoints see its volumes, and
 * removes it afterwards whatever comes. Any image that is here will do, as nothing of it is used; where there is none,
 * an empty one is made for the time. No network is touched.
 */
export async function withHelper<T>(
  { containers, images }: Pick<Engine, 'containers' | 'images'>,
  { volumes, signal }: HelperOptions,
  task: (id: string) => Promise<T>,
): Promise<T> {
  const owner = `${hostname()}/${process.pid}`;
  const local = await smallestImage(images, signal);
  const image = local ?? (await images.import(writeTar(emptyFiles()), {}, signal));
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
    try {
      return await task(id);
    } finally {
      await containers.remove(id, { removeAnonymousVolumes: true });
    }
  } finally {
    if (local === undefined) await images.remove(image);
  }
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
    try {
      await containers.remove(id, { force: true, removeAnonymousVolumes: true });
    } catch (error) {
      if (!(error instanceof EngineError) || error.kind !== 'not-found') throw error;
    }
  }
  return stray.length;
}

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Engine } from '../../engine/engine.ts';
import { EngineError } from '../../engine/error.ts';
import { withHelper } from '../../engine/helper.ts';
import type { Volume } from '../../engine/model.ts';
import { usersOfVolume } from '../../tree/nodes/users.ts';
import { formatBytes, formatNames } from '../../ui/format.ts';
import type { CommandContext } from '../command.ts';
import { Counted } from '../toFile.ts';

/** Where a helper container has the volume. */
const place = '/volume';

/** The volume's files as a tar archive, by paths that begin with `./`. */
export async function readVolume<T>(
  engine: Pick<Engine, 'containers' | 'images'>,
  { name, signal }: { name: string; signal: AbortSignal },
  use: (tar: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  return await withHelper(engine, { volumes: [`${name}:${place}:ro`], signal }, (id) =>
    use(engine.containers.readArchive(id, `${place}/.`, signal)),
  );
}

/** Unpacks a tar archive into the volume: what has the same name is replaced, the rest stays. */
export async function writeVolume(
  engine: Pick<Engine, 'containers' | 'images'>,
  { name, tar, signal }: { name: string; tar: AsyncIterable<Uint8Array>; signal: AbortSignal },
): Promise<void> {
  await withHelper(engine, { volumes: [`${name}:${place}`], signal }, (id) =>
    engine.containers.writeArchive(id, { folder: place, tar }, signal),
  );
}

/** A word of warning when containers may write to a volume while it is read; empty when none runs. */
export function busyWarning({ store }: Pick<CommandContext, 'store'>, volume: Volume): string {
  const running = usersOfVolume(volume, store.containers.values()).filter(({ state }) => state === 'running');
  if (running.length === 0) return '';
  return ` ${formatNames(running.map(({ name }) => name))} ran meanwhile: files that were written then may be half new.`;
}

/** Unpacks an archive of this machine into a volume, with progress that can be cancelled. */
export async function fillVolume(
  { engine, ui }: CommandContext,
  { name, path }: { name: string; path: string },
): Promise<void> {
  const { size } = await stat(path).catch((error: unknown) => {
    throw new EngineError('invalid', `${path} cannot be read.`, { cause: error });
  });
  await ui.progress({ title: `Restoring ${name}`, cancellable: true }, async (report, signal) => {
    const tar = new Counted(createReadStream(path), report);
    await writeVolume(engine, { name, tar, signal });
  });
  await ui.notify({ severity: 'info', text: `Restored ${name} from ${path}, ${formatBytes(size)}.` });
}

import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Puts texts into files that have no name any more when this settles, so that nobody else finds them and nothing is left of them
 * however this process ends. Whoever inherits a descriptor reads its text from the start. The handles are the caller's
 * to close. Rejects where nothing can be written.
 */
export async function openScripts(texts: readonly string[]): Promise<readonly FileHandle[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gantry-'));
  const handles: FileHandle[] = [];
  try {
    for (const [i, text] of texts.entries()) {
      const handle = await open(join(folder, String(i)), 'wx+', 0o600);
      handles.push(handle);
      const bytes = Buffer.from(text);
      // At a place of its own, which leaves the descriptor's at the start: on macOS a reader goes on from there.
      const { bytesWritten } = await handle.write(bytes, 0, bytes.length, 0);
      if (bytesWritten < bytes.length) throw new Error(`only ${bytesWritten} of ${bytes.length} bytes were written`);
    }
    return handles;
  } catch (error) {
    await closeAll(handles);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function closeAll(handles: readonly FileHandle[]): Promise<void> {
  await Promise.all(handles.map((handle) => handle.close()));
}

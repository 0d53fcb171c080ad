import { fileURLToPath } from 'node:url';

/** The path of a `file:` URI; `undefined` for what is not on a disk (`untitled:`, a virtual workspace). */
export function filePath(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

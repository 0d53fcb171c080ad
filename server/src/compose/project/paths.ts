import { isAbsolute, resolve } from 'node:path';
import type { Origin, Piece, ScalarValue } from './model.ts';

/** The absolute path that a text stands for; `undefined` when that is not known here: `~` is the home folder. */
export function absolutePath(
  { text, known }: Pick<Piece, 'text' | 'known'>,
  { folder, scope }: Pick<Origin, 'folder' | 'scope'>,
): string | undefined {
  if (!known || text === '') return undefined;
  if (text.startsWith('~')) {
    const home = scope.lookup('HOME')?.value ?? '';
    return home === '' ? undefined : resolve(home, `.${text.slice(1)}`);
  }
  if (isAbsolute(text)) return resolve(text);
  return folder === '' ? undefined : resolve(folder, text);
}

/** The same for a scalar, which starts from the folder of the file that it was written in. */
export function pathOf(scalar: ScalarValue): string | undefined {
  return absolutePath(scalar, scalar.origin);
}

import { dirname, resolve } from 'node:path';
import { itemsOf } from './forms.ts';
import type { Located, Piece, ScalarValue, Value } from './model.ts';

/** What one item of `include` asks for, with absolute paths. */
export interface Inclusion {
  readonly item: Located;
  /** The file, and those that are merged over it. */
  readonly paths: readonly { readonly path: string; readonly at: Piece }[];
  /** What relative paths in them start from. */
  readonly folder: string;
  /** `undefined`: the `.env` of the folder, if there is one. */
  readonly envFiles: readonly { readonly path: string; readonly at: Piece }[] | undefined;
}

/** A file from somewhere else is not fetched. */
export function isRemote(path: string): boolean {
  return /^(https?|git|ssh|oci):\/\/|^git@|^github\.com\//.test(path);
}

/** The items of `include`; `undefined` for one that is not known here, or comes from somewhere else. */
export function inclusions(value: Value, folder: string): (Inclusion | undefined)[] {
  return itemsOf(value).map((item) => {
    const texts = (key: string): ScalarValue[] => {
      const found = item.kind === 'mapping' ? item.get(key) : undefined;
      return found ? itemsOf(found).flatMap((each) => (each.kind === 'scalar' ? [each] : [])) : [];
    };
    const paths = item.kind === 'scalar' ? [item] : texts('path');
    const [directory] = texts('project_directory');
    const [main] = paths;
    const envFiles = texts('env_file');
    const all = [...paths, ...envFiles, ...(directory ? [directory] : [])];
    if (!main || all.some(({ known }) => !known) || paths.some(({ text }) => isRemote(text))) return undefined;
    const at = (piece: Piece): { readonly path: string; readonly at: Piece } => ({
      path: resolve(folder, piece.text),
      at: piece,
    });
    return {
      item,
      paths: paths.map(at),
      folder: directory ? resolve(folder, directory.text) : dirname(resolve(folder, main.text)),
      envFiles: envFiles.length === 0 ? undefined : envFiles.filter(({ text }) => text !== '/dev/null').map(at),
    };
  });
}

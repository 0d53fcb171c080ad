import type { FilesOf } from '../../engine/files/source.ts';

/** The files of containers, images and volumes in the editor. Paths are absolute, the root is `/`. */
export interface EngineFiles {
  /** Folders first, each group by name. */
  list(of: FilesOf, path: string): Promise<readonly { readonly name: string; readonly folder: boolean }[]>;
  /** Opens a file in an editor; saving writes it back. */
  open(of: FilesOf, path: string): Promise<void>;
  /** Shows all files in the explorer, as a folder of the workspace under this name; answers whether they are there. */
  browse(of: FilesOf, name: string): Promise<boolean>;
}

/** Whose files are meant, and how a person knows it. */
export interface FilesTarget {
  readonly of: FilesOf;
  readonly name: string;
}

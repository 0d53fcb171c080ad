import type { Files, Images } from '../../language.ts';
import type { DockerfileDocument } from '../document.ts';
import type { Items } from './items.ts';

/** What an offer may look at beside the place of the cursor. */
export interface Scene {
  readonly document: DockerfileDocument;
  readonly items: Items;
  readonly files?: Files | undefined;
  readonly images?: Images | undefined;
  /** The folder that the build takes its files from; absent when the document is not on a disk. */
  readonly folder?: string | undefined;
  /** Whether the build does not get a path, relative to `folder`; absent, it gets all. */
  readonly ignored?: ((path: string) => boolean) | undefined;
  /** The editor's command that shows completions again, after a folder was taken. */
  readonly again?: string | undefined;
}

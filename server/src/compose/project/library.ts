import type { ComposeDocument } from '../document.ts';

/** What was found in the place of a file: `null` when there is nothing that can be read, `undefined` when nobody has looked yet. */
export type Looked<T> = T | null | undefined;

/** The files beside those of the project that it names, as far as they were read. Paths are absolute. */
export interface Library {
  /** A compose file that is included or extended from. */
  document(path: string): Looked<ComposeDocument>;
  /** An env file. */
  text(path: string): Looked<string>;
}

/** Where no other file may be looked at. */
export const noLibrary: Library = { document: () => undefined, text: () => undefined };

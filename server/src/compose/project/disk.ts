import type { Looked } from './library.ts';

/** What was seen on the disk before the rules run: rules never look themselves. Paths are absolute. */
export interface Disk {
  /** `missing` for what is not there, `unseen` for what was not looked for yet, or cannot be. */
  kind(path: string): 'file' | 'folder' | 'missing' | 'unseen';
  /** What is in a file that is no compose file. */
  text(path: string): Looked<string>;
}

/** Where nothing outside the document may be looked at. */
export const unseen: Disk = { kind: () => 'unseen', text: () => undefined };

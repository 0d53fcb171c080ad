/** What an entry of a tar archive is; `other` are devices, pipes and whatever else no copy makes sense of. */
export type EntryKind = 'file' | 'folder' | 'link' | 'hardLink' | 'other';

export interface FileOwner {
  readonly user: number;
  readonly group: number;
}

/** An entry of a tar archive, without its bytes. */
export interface TarEntry {
  /** With forward slashes, as the archive has it but for a slash at its end. */
  readonly path: string;
  readonly kind: EntryKind;
  /** The permissions of Unix with set-id and sticky, `0o644`. */
  readonly mode: number;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
  /** Ids of its user and group; root's when absent. */
  readonly owner?: FileOwner;
  /** Bytes; 0 for all but files. */
  readonly size: number;
  /** Where a link leads; of a hard link a path in the archive. */
  readonly target?: string;
}

/** An entry with its bytes, exactly `size` of them. */
export interface TarFile extends TarEntry {
  readonly data: AsyncIterable<Uint8Array>;
}

export const blockSize = 512;

/** The bytes that fill the last block of so many. */
export function padding(size: number): number {
  return (blockSize - (size % blockSize)) % blockSize;
}

/** What was seen on the disk before the rules run: rules never look themselves. Paths are absolute. */
export interface Disk {
  /** `missing` for what is not there, `unseen` for what was not looked for, or cannot be. */
  kind(path: string): 'file' | 'folder' | 'missing' | 'unseen';
}

/** Where nothing outside the document may be looked at. */
export const unseen: Disk = { kind: () => 'unseen' };

/** Some paths with what is there. */
export function seen(kinds: ReadonlyMap<string, 'file' | 'folder' | undefined>): Disk {
  return { kind: (path) => (kinds.has(path) ? (kinds.get(path) ?? 'missing') : 'unseen') };
}

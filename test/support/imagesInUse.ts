import type { ImageConfiguration, ImageInUse, LocalTag } from '../../server/src/protocol/requests.ts';

/** `sha256:` and one digit, 64 times. */
export function digest(digit: string): string {
  return `sha256:${digit.repeat(64)}`;
}

export interface InUse {
  /** Each with its image's number, which the digest is made of; the first is the newest. 0 has none: it was built here. */
  readonly tags?: readonly (readonly [tag: string, image: number])[];
  readonly published?: readonly string[];
  readonly image?: Partial<ImageConfiguration>;
}

/** What an engine has of images, by the names that a file has for them. */
export function imagesInUse(all: Readonly<Record<string, InUse>>): ReadonlyMap<string, ImageInUse> {
  return new Map(
    Object.entries(all).map(([reference, { tags = [], published = [], image }]) => {
      const local = tags.map(([tag, n], i): LocalTag => ({
        tag,
        id: `sha256:image${String(n)}`,
        digests: n === 0 ? [] : [digest(String(n))],
        created: `2026-01-${String(28 - i)}T00:00:00.000Z`,
      }));
      const standard = { id: 'sha256:image', created: '', env: [], user: '', workdir: '', shell: [] };
      return [reference, { reference, tags: local, published, ...(image && { image: { ...standard, ...image } }) }];
    }),
  );
}

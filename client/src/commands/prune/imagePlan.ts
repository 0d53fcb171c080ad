import type { Container, Image } from '../../engine/model.ts';
import { shortId } from '../../tree/nodes/reference.ts';
import { formatAgo } from '../../ui/elapsed.ts';
import { formatBytes, formatNames } from '../../ui/format.ts';
import type { Prunable } from './plan.ts';

/** An image that may go, with the names that go with it. */
export interface PrunableImage extends Prunable {
  readonly tags: readonly string[];
  readonly createdAt: number;
}

/** The images that no container is made of, running or not: what `docker image prune --all` takes. */
export function unusedImages(images: readonly Image[], containers: readonly Container[]): Image[] {
  const used = new Set(containers.map(({ imageId }) => imageId));
  return images.filter(({ id }) => !used.has(id));
}

/** Whether no tag leads to it (a digest may): what Docker shows as `<none>`, and `docker image prune` takes. */
export function isUntagged({ tags }: Pick<Image, 'tags'>): boolean {
  return tags.length === 0;
}

/** Images as rows, the one that frees most first. `sizes`: the bytes that no other image shares, by id. */
export function imageRows(
  images: readonly Image[],
  { sizes, now }: { sizes: ReadonlyMap<string, number>; now: number },
): PrunableImage[] {
  return images
    .map((image) => {
      const { id, tags, size, createdAt } = image;
      const bytes = sizes.get(id);
      return {
        id,
        name: nameOf(image),
        why: `${reason(image)} • ${shortId(id)} • ${formatBytes(size)} in all`,
        age: `created ${formatAgo(createdAt, now)}`,
        bytes,
        shares: bytes !== undefined && bytes < size,
        tags,
        createdAt,
      };
    })
    .sort((a, b) => (b.bytes ?? 0) - (a.bytes ?? 0) || a.name.localeCompare(b.name));
}

function nameOf({ id, tags, digests }: Image): string {
  if (tags.length > 0) return formatNames(tags);
  const repository = digests[0]?.replace(/@.*$/u, '');
  return repository === undefined ? shortId(id) : `${repository}@${shortId(id)}`;
}

function reason({ tags, digests }: Image): string {
  if (tags.length > 0) return 'no container uses it';
  return digests.length > 0 ? 'dangling: it has lost its tag' : 'dangling: no name leads to it';
}

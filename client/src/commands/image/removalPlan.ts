import type { Container, Image } from '../../engine/model.ts';
import type { ImageTarget } from '../command.ts';
import { usersOf } from '../names.ts';

/** What the chosen rows mean for one image. */
export interface ImageRemoval {
  readonly image: Image;
  /** The names that were chosen and that it still has. */
  readonly chosen: readonly string[];
  /** The names it keeps when only the chosen ones go. Without any, the image goes too. */
  readonly kept: readonly string[];
  /** The containers made of it, running or not. */
  readonly users: readonly Container[];
}

/** The rows by image, the youngest first: an image cannot go before those that were built on it. */
export function planRemoval(
  targets: readonly ImageTarget[],
  { images, containers }: { images: readonly Image[]; containers: readonly Container[] },
): ImageRemoval[] {
  const ids = new Set(targets.map(({ image }) => image.id));
  return images
    .filter(({ id }) => ids.has(id))
    .map((image) => {
      const rows = targets.filter((target) => target.image.id === image.id);
      const whole = rows.some(({ tag }) => tag === undefined);
      const chosen = image.tags.filter((tag) => whole || rows.some((row) => row.tag === tag));
      const kept = image.tags.filter((tag) => !chosen.includes(tag));
      return { image, chosen, kept, users: usersOf(image, containers) };
    })
    .filter(({ image, chosen }) => chosen.length > 0 || image.tags.length === 0)
    .sort((a, b) => b.image.createdAt - a.image.createdAt);
}

/** Only names go, the image stays under its others. */
export function isUntag({ kept }: ImageRemoval): boolean {
  return kept.length > 0;
}

/** Nothing can go: the image's last name is the one that containers hold on to. */
export function isHeld(removal: ImageRemoval): boolean {
  return !isUntag(removal) && removal.users.length > 0;
}

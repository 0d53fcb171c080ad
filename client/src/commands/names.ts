import type { Container, Image } from '../engine/model.ts';
import { shortId } from '../tree/nodes/reference.ts';
import type { ImageTarget } from './command.ts';

export function containerName({ name, id }: Pick<Container, 'name' | 'id'>): string {
  return name === '' ? shortId(id) : name;
}

/** The row's tag, else the image's only name, else its short id. */
export function imageName({ image, tag }: ImageTarget): string {
  return tag ?? image.tags[0] ?? image.digests[0]?.replace(/@.*$/u, '@…') ?? shortId(image.id);
}

/** What the engine is to be asked for: the tag that is meant, else the id. */
export function imageReference({ image, tag }: ImageTarget): string {
  return tag ?? image.id;
}

/** The containers made of this image, the running ones first. */
export function usersOf(image: Pick<Image, 'id'>, containers: Iterable<Container>): Container[] {
  return [...containers]
    .filter(({ imageId }) => imageId === image.id)
    .sort((a, b) => Number(b.state === 'running') - Number(a.state === 'running') || a.name.localeCompare(b.name));
}

/** A command's title without the ellipsis that says it will ask. */
export function withoutEllipsis(title: string): string {
  return title.replace(/…$/u, '');
}

import type { Container, Image } from '../../engine/model.ts';
import type { TreeNode } from '../node.ts';
import type { ViewChoice } from '../viewChoice.ts';
import { filterOf } from './filter.ts';
import { repositoryOf, shortId, splitHost } from './reference.ts';
import { byName } from './sort.ts';

export interface ImageTreeSource {
  readonly images: Iterable<Image>;
  readonly containers: Iterable<Container>;
}

/** The rows of the images' view: repositories by name, then what has no tag. */
export function imageRoots({ images, containers }: ImageTreeSource, { filter }: ViewChoice): TreeNode[] {
  const users = usersByImage(containers);
  const matches = filterOf(filter);
  const groups = new Map<string, Image[]>();
  for (const image of images) {
    for (const [repository, names] of namesByRepository(image)) {
      if (!matches([...names, shortId(image.id)])) continue;
      const group = groups.get(repository);
      if (group) group.push(image);
      else groups.set(repository, [image]);
    }
  }
  return [...groups]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || byPath(a, b))
    .map(([repository, members]) => {
      const sorted = members.sort((a, b) => byName(a.id, b.id));
      const usedBy = Object.fromEntries(sorted.map(({ id }) => [id, users.get(id) ?? []]));
      return { kind: 'imageGroup', id: `repository/${repository}`, repository, images: sorted, usedBy };
    });
}

/** The same repository of two registries stands side by side. */
function byPath(a: string, b: string): number {
  return byName(splitHost(a).path, splitHost(b).path) || byName(a, b);
}

/** An image stands under every repository that names it; pulled by digest only, under that repository. */
function namesByRepository({ tags, digests }: Image): Map<string, string[]> {
  const names = tags.length > 0 ? tags : digests;
  if (names.length === 0) return new Map([['', []]]);
  const found = new Map<string, string[]>();
  for (const name of names) found.set(repositoryOf(name), [...(found.get(repositoryOf(name)) ?? []), name]);
  return found;
}

/** Names of containers by the id of the image they are made of, the running ones first. */
function usersByImage(containers: Iterable<Container>): ReadonlyMap<string, readonly string[]> {
  const sorted = [...containers].sort(
    (a, b) => Number(b.state === 'running') - Number(a.state === 'running') || byName(a.name, b.name),
  );
  const users = new Map<string, string[]>();
  for (const { imageId, name } of sorted) {
    const names = users.get(imageId);
    if (names) names.push(name);
    else users.set(imageId, [name]);
  }
  return users;
}

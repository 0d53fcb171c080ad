import type { Container, DiskUsage, Image } from '../../engine/model.ts';
import type { Known } from '../../store/details.ts';
import type { ImageMarks, RemoteState, TreeNode } from '../node.ts';
import type { ViewChoice } from '../viewChoice.ts';
import { filterOf } from './filter.ts';
import type { NodeOf } from './nodeKind.ts';
import { repositoryOf, shortId, splitHost } from './reference.ts';
import { byName } from './sort.ts';

export interface ImageTreeSource {
  readonly images: Iterable<Image>;
  readonly containers: Iterable<Container>;
  readonly marks?: ImageMarks;
}

/** The rows of the images' view: repositories by name, the newest or the largest first, then what has no tag. */
export function imageRoots({ images, containers, marks = {} }: ImageTreeSource, choice: ViewChoice): TreeNode[] {
  const { filter, sort } = choice;
  const users = usersByImage(containers);
  const matches = filterOf(filter);
  const groups = new Map<string, Image[]>();
  for (const image of images) {
    for (const [repository, names] of namesByRepository(image)) {
      if (!matches([...names, shortId(image.id), ...states(names, marks)])) continue;
      const group = groups.get(repository);
      if (group) group.push(image);
      else groups.set(repository, [image]);
    }
  }
  return [...groups]
    .map(([repository, members]): NodeOf<'imageGroup'> => {
      const sorted = members.sort((a, b) => byName(a.id, b.id));
      const usedBy = Object.fromEntries(sorted.map(({ id }) => [id, users.get(id) ?? []]));
      return { kind: 'imageGroup', id: `repository/${repository}`, repository, images: sorted, usedBy, marks, sort };
    })
    .sort(orderOf(sort));
}

/** What is known of images beyond the list, as far as it was asked. */
export function imageMarks(
  images: Iterable<Image>,
  { known, usage }: { known: Known; usage: DiskUsage | undefined },
): ImageMarks {
  const remote: Record<string, RemoteState> = {};
  for (const { tags, digests } of images)
    for (const tag of tags) {
      const answer = known('remote', tag);
      if (!answer) continue;
      if (answer.ok)
        remote[tag] = { state: digests.includes(`${repositoryOf(tag)}@${answer.value.digest}`) ? 'same' : 'newer' };
      else remote[tag] = { state: 'failed', reason: answer.error.message };
    }
  const shared = usage?.images.flatMap(({ image, sharedSize }) =>
    sharedSize === undefined ? [] : [[image.id, sharedSize] as const],
  );
  return { ...(shared ? { shared: Object.fromEntries(shared) } : {}), remote };
}

/** `out of date` can be looked for. */
function states(names: readonly string[], { remote }: ImageMarks): string[] {
  return names.some((name) => remote?.[name]?.state === 'newer') ? ['out of date', 'outdated'] : [];
}

type Order = (a: NodeOf<'imageGroup'>, b: NodeOf<'imageGroup'>) => number;

function orderOf(sort: ViewChoice['sort']): Order {
  const last = ({ repository }: NodeOf<'imageGroup'>): number => (repository === '' ? 1 : 0);
  const most = ({ images }: NodeOf<'imageGroup'>): number =>
    Math.max(...images.map(({ createdAt, size }) => (sort === 'size' ? size : createdAt)));
  const byChoice: Order = sort === 'created' || sort === 'size' ? (a, b) => most(b) - most(a) : () => 0;
  return (a, b) => last(a) - last(b) || byChoice(a, b) || byPath(a.repository, b.repository);
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

/** The containers by the id of the image they are made of, the running ones first. */
function usersByImage(containers: Iterable<Container>): ReadonlyMap<string, readonly Container[]> {
  const sorted = [...containers].sort(
    (a, b) => Number(b.state === 'running') - Number(a.state === 'running') || byName(a.name, b.name),
  );
  const users = new Map<string, Container[]>();
  for (const container of sorted) {
    const known = users.get(container.imageId);
    if (known) known.push(container);
    else users.set(container.imageId, [container]);
  }
  return users;
}

import type { Container, Image } from '../../../engine/model.ts';
import { repositoryOf, shortId } from '../../../tree/nodes/reference.ts';
import { formatAgo } from '../../../ui/elapsed.ts';
import { formatBytes, formatNames } from '../../../ui/format.ts';
import { deleteImage } from '../../image/deleteImage.ts';
import { containerName, usersOf } from '../../names.ts';
import { bySize, type PruneKind } from '../kind.ts';
import type { Prunable } from '../plan.ts';

/** What `docker image prune --all` takes; of these the dangling ones are the usual. */
export const prunableImages: PruneKind = {
  noun: 'image',
  icon: 'package',
  consequence: 'All names of these images go with them. What no registry has must be built anew.',
  // An image cannot go before those that were built on it, which are younger.
  compare: (a, b) => (b.since ?? 0) - (a.since ?? 0),
  async find({ engine, containers, leaving, signal, now }) {
    const images = await engine.images.list(signal);
    const staying = new Set(containers.filter(({ id }) => !leaving.has(id)).map(({ imageId }) => imageId));
    const unused = images.filter(({ id }) => !staying.has(id));
    return {
      count: unused.length,
      none: images.length === 0 ? 'there is no image.' : 'every image is used by a container.',
      items: engine.images
        .uniqueSizes(signal)
        .then((sizes) => unused.map((image) => row(image, { sizes, now, containers })).sort(bySize)),
    };
  },
  remove: (engine, { id, tags = [] }) => deleteImage(engine, { id, tags }),
};

function row(
  image: Image,
  { sizes, now, containers }: { sizes: ReadonlyMap<string, number>; now: number; containers: readonly Container[] },
): Prunable {
  const { id, tags, size, createdAt, labels } = image;
  const bytes = sizes.get(id);
  const users = usersOf(image, containers);
  return {
    id,
    name: nameOf(image),
    noun: 'image',
    why: `${users.length > 0 ? `only ${formatNames(users.map(containerName))} used it` : reason(image)} • ${shortId(id)} • ${formatBytes(size)} in all`,
    age: `created ${formatAgo(createdAt, now)}`,
    since: createdAt,
    bytes,
    shares: bytes !== undefined && bytes < size,
    // No tag leads to it (a digest may): what Docker shows as `<none>`.
    usual: tags.length === 0,
    labels,
    family: tags[0] === undefined ? '' : repositoryOf(tags[0]),
    tags,
    users: users.map((user) => user.id),
  };
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

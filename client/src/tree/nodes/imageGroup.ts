import type { Container, Image } from '../../engine/model.ts';
import { formatCount } from '../../ui/format.ts';
import { imageNode } from './image.ts';
import { facts } from './markdown.ts';
import type { NodeKind, NodeOf } from './nodeKind.ts';
import { repositoryOf, splitHost, tagOf } from './reference.ts';
import { byName } from './sort.ts';

export const imageGroup: NodeKind<'imageGroup'> = {
  view(node) {
    const { repository } = node;
    const { host, path } = splitHost(repository);
    const tags = tagsOf(node);
    const count = tags.length === 0 ? formatCount(node.images.length, 'image') : formatCount(tags.length, 'tag');
    const outdated = tags.filter((tag) => node.marks.remote?.[tag]?.state === 'newer').length;
    const marks = outdated === 0 ? [] : [`${outdated} out of date`];
    return {
      label: repository === '' ? 'Untagged' : path,
      description: [host, count, ...marks].filter((part) => part !== '').join(' · '),
      icon: { id: repository === '' ? 'archive' : 'package' },
      accessibilityLabel: [
        repository === '' ? `${count} without a tag` : `repository ${repository}, ${count}`,
        ...marks,
      ].join(', '),
      flags: [],
      expandable: repository === '' ? 'collapsed' : 'expanded',
    };
  },

  children(node) {
    const { marks, sort } = node;
    const tagged = tagsOf(node).flatMap((tag) => {
      const image = node.images.find(({ tags }) => tags.includes(tag));
      return image ? [imageNode(image, { tag, usedBy: usersOf(node, image), marks })] : [];
    });
    const untagged = node.images
      .filter(({ tags }) => tags.length === 0)
      .sort((a, b) => b.createdAt - a.createdAt || byName(a.id, b.id))
      .map((image) => imageNode(image, { usedBy: usersOf(node, image), marks }));
    const rows = [...tagged, ...untagged];
    if (sort === 'created') return rows.sort((a, b) => b.image.createdAt - a.image.createdAt);
    return sort === 'size' ? rows.sort((a, b) => b.image.size - a.image.size) : rows;
  },

  tooltip: (node) =>
    facts(node.repository === '' ? 'Untagged' : node.repository, [
      ['Tags', tagsOf(node).map(tagOf)],
      ['Images', String(node.images.length)],
    ]),
};

/** The names in this repository, the newest version first. */
function tagsOf({ repository, images }: NodeOf<'imageGroup'>): string[] {
  return images
    .flatMap(({ tags }) => tags.filter((tag) => repositoryOf(tag) === repository))
    .sort((a, b) => byName(b, a));
}

function usersOf({ usedBy }: NodeOf<'imageGroup'>, { id }: Image): readonly Container[] {
  return usedBy[id] ?? [];
}

import type { Image } from '../../engine/model.ts';
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
    return {
      label: repository === '' ? 'Untagged' : path,
      description: [host, count].filter((part) => part !== '').join(' · '),
      icon: { id: repository === '' ? 'archive' : 'package' },
      accessibilityLabel: repository === '' ? `${count} without a tag` : `repository ${repository}, ${count}`,
      flags: [],
      expandable: repository === '' ? 'collapsed' : 'expanded',
    };
  },

  children(node) {
    const tagged = tagsOf(node).map((tag) => ({ tag, image: node.images.find(({ tags }) => tags.includes(tag)) }));
    const untagged = node.images.filter(({ tags }) => tags.length === 0);
    return [
      ...tagged.flatMap(({ tag, image }) => (image ? [imageNode(image, { tag, usedBy: usersOf(node, image) })] : [])),
      ...untagged
        .sort((a, b) => b.createdAt - a.createdAt || byName(a.id, b.id))
        .map((image) => imageNode(image, { usedBy: usersOf(node, image) })),
    ];
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

function usersOf({ usedBy }: NodeOf<'imageGroup'>, { id }: Image): readonly string[] {
  return usedBy[id] ?? [];
}

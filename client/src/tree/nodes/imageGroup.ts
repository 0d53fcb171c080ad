import type { Image } from '../../engine/model.ts';
import { formatCount } from '../../ui/format.ts';
import { imageNode } from './image.ts';
import { facts } from './markdown.ts';
import type { NodeKind, NodeOf } from './nodeKind.ts';
import { repositoryOf, tagOf } from './reference.ts';
import { byName } from './sort.ts';

export const imageGroup: NodeKind<'imageGroup'> = {
  view(node) {
    const label = node.repository === '' ? 'Untagged' : node.repository;
    const tags = tagsOf(node);
    const count = formatCount(node.images.length, 'image');
    const [tag] = tags;
    const description = tag === undefined ? count : tags.length === 1 ? tagOf(tag) : formatCount(tags.length, 'tag');
    return {
      label,
      description,
      icon: { id: node.repository === '' ? 'archive' : 'package' },
      accessibilityLabel: node.repository === '' ? `${count} without a tag` : `repository ${label}, ${description}`,
      flags: [],
      expandable: node.repository === '' ? 'collapsed' : 'expanded',
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

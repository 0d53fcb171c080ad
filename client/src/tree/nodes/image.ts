import type { Image } from '../../engine/model.ts';
import { formatAgo } from '../../ui/elapsed.ts';
import { formatBytes } from '../../ui/format.ts';
import { imageFlags } from '../flags.ts';
import type { TreeNode } from '../node.ts';
import { facts, formatMoment } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';
import { shortId, tagOf } from './reference.ts';

export function imageNode(image: Image, { tag, usedBy }: { tag?: string; usedBy: readonly string[] }): TreeNode {
  return { kind: 'image', id: `image/${image.id}/${tag ?? ''}`, image, usedBy, ...(tag === undefined ? {} : { tag }) };
}

export const image: NodeKind<'image'> = {
  view({ image, tag, usedBy }, now) {
    const label = tag === undefined ? shortId(image.id) : tagOf(tag);
    const [size, age] = [formatBytes(image.size), formatAgo(image.createdAt, now)];
    const { dangling } = image;
    const [user] = usedBy;
    const used = usedBy.length === 1 ? `used by ${user}` : `used by ${usedBy.length}`;
    return {
      label,
      description: [size, ...(user === undefined ? [] : [used]), age].join(' · '),
      icon: dangling
        ? { id: 'circle-slash', color: 'disabledForeground' }
        : { id: tag === undefined ? 'package' : 'tag' },
      accessibilityLabel: [
        dangling ? `dangling image ${label}` : `image ${tag ?? label}`,
        size,
        age,
        ...(user === undefined ? [] : [usedBy.length === 1 ? used : `${used} containers`]),
      ].join(', '),
      flags: imageFlags({ dangling, used: user !== undefined, ...(tag === undefined ? {} : { tag }) }),
      expandable: 'none',
    };
  },
  children: () => [],
  tooltip: ({ image, tag, usedBy }, now) =>
    facts(tag ?? shortId(image.id), [
      ['Size', formatBytes(image.size)],
      ['Created', `${formatMoment(image.createdAt)} (${formatAgo(image.createdAt, now)})`],
      ['Used by', usedBy],
      ['Also known as', image.tags.filter((name) => name !== tag)],
      ['Digest', image.digests],
      ['Dangling', image.dangling ? 'no name leads to it' : undefined],
      ['Id', shortId(image.id)],
    ]),
};

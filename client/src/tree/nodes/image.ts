import type { Container, Image } from '../../engine/model.ts';
import { formatAgo } from '../../ui/elapsed.ts';
import { formatBytes } from '../../ui/format.ts';
import { imageFlags } from '../flags.ts';
import type { ImageMarks, NodeView } from '../node.ts';
import { userNode } from './container.ts';
import { imageSectionNodes } from './imageSection.ts';
import { facts, formatMoment } from './markdown.ts';
import type { NodeKind, NodeOf } from './nodeKind.ts';
import { shortId, tagOf } from './reference.ts';

export interface ImageRowOptions {
  readonly tag?: string;
  readonly usedBy: readonly Container[];
  readonly marks: ImageMarks;
  /** Not below its repository: its whole name is shown. */
  readonly whole?: boolean;
}

export function imageNode(image: Image, { tag, usedBy, marks, whole = false }: ImageRowOptions): NodeOf<'image'> {
  const sharedSize = marks.shared?.[image.id];
  const remote = tag === undefined ? undefined : marks.remote?.[tag];
  return {
    kind: 'image',
    id: `image/${image.id}/${tag ?? ''}`,
    image,
    usedBy,
    ...(tag === undefined ? {} : { tag }),
    ...(sharedSize === undefined ? {} : { sharedSize }),
    ...(remote ? { remote } : {}),
    ...(whole ? { whole } : {}),
  };
}

export const image: NodeKind<'image'> = {
  view(node, now) {
    const { image, tag, usedBy, remote, sharedSize, whole } = node;
    const label = tag === undefined ? shortId(image.id) : whole === true ? tag : tagOf(tag);
    const [size, age] = [formatBytes(image.size), formatAgo(image.createdAt, now)];
    const shared = sharedSize === undefined ? [] : [`${formatBytes(sharedSize)} shared`];
    const { dangling } = image;
    const [user] = usedBy;
    const used = usedBy.length === 1 ? `used by ${user?.name ?? ''}` : `used by ${usedBy.length}`;
    const mark = remoteText(remote);
    return {
      label,
      description: [...mark, size, ...shared, ...(user === undefined ? [] : [used]), age].join(' · '),
      icon: iconOf(node),
      accessibilityLabel: [
        dangling ? `dangling image ${label}` : `image ${tag ?? label}`,
        ...mark,
        size,
        ...shared,
        age,
        ...(user === undefined ? [] : [usedBy.length === 1 ? used : `${used} containers`]),
      ].join(', '),
      flags: imageFlags({
        dangling,
        used: user !== undefined,
        ...(tag === undefined ? {} : { tag }),
        ...(remote ? { remote } : {}),
      }),
      expandable: 'collapsed',
    };
  },
  children: ({ id, image, usedBy }) => [
    ...imageSectionNodes(id, image),
    ...usedBy.map((container) => userNode(container, { of: id, use: '' })),
  ],
  tooltip: ({ image, tag, usedBy, remote, sharedSize }, now) =>
    facts(tag ?? shortId(image.id), [
      ['In the registry', remoteFact(remote)],
      ['Size', formatBytes(image.size)],
      ['Shared with other images', sharedSize === undefined ? undefined : formatBytes(sharedSize)],
      ['Created', `${formatMoment(image.createdAt)} (${formatAgo(image.createdAt, now)})`],
      ['Used by', usedBy.map(({ name }) => name)],
      ['Also known as', image.tags.filter((name) => name !== tag)],
      ['Digest', image.digests],
      ['Dangling', image.dangling ? 'no name leads to it' : undefined],
      ['Id', shortId(image.id)],
    ]),
};

type Remote = NodeOf<'image'>['remote'];

function iconOf({ image, tag, remote }: NodeOf<'image'>): NonNullable<NodeView['icon']> {
  if (remote?.state === 'newer') return { id: 'cloud-download', color: 'list.warningForeground' };
  if (image.dangling) return { id: 'circle-slash', color: 'disabledForeground' };
  return { id: tag === undefined ? 'package' : 'tag' };
}

function remoteText(remote: Remote): string[] {
  if (remote?.state === 'newer') return ['out of date'];
  return remote?.state === 'same' ? ['up to date'] : [];
}

function remoteFact(remote: Remote): string | undefined {
  switch (remote?.state) {
    case 'newer':
      return 'another image has this name now';
    case 'same':
      return 'the same image';
    case 'failed':
      return `could not be asked: ${remote.reason}`;
    case undefined:
      return undefined;
  }
}

import { formatBytes } from '../../ui/format.ts';
import type { TreeNode, UsageGroup } from '../node.ts';
import { userNode } from './container.ts';
import { imageNode } from './image.ts';
import { facts } from './markdown.ts';
import { noticeNode } from './notice.ts';
import type { NodeKind, NodeOf } from './nodeKind.ts';
import { usersOfVolume } from './users.ts';
import { volumeNode } from './volumes.ts';
import { figuresOf } from './usage.ts';

const looks: Readonly<Record<UsageGroup, { readonly label: string; readonly icon: string }>> = {
  images: { label: 'Images', icon: 'package' },
  containers: { label: 'Containers', icon: 'vm' },
  volumes: { label: 'Volumes', icon: 'database' },
  buildCache: { label: 'Build cache', icon: 'tools' },
};

export const usageGroup: NodeKind<'usageGroup'> = {
  view({ group, usage }) {
    const { icon, label } = looks[group];
    const { count, reclaimable, total } = figuresOf(usage, group);
    const share = `${formatBytes(reclaimable)} reclaimable (${Math.round((reclaimable / total) * 100)} %)`;
    const parts = [formatBytes(total), ...(reclaimable === 0 ? [] : [share])];
    return {
      label: `${label} (${count})`,
      description: parts.join(' · '),
      icon: { id: icon },
      accessibilityLabel: `${label}, ${count}, ${parts.join(', ')}`,
      flags: [group],
      expandable: count === 0 ? 'none' : 'collapsed',
    };
  },
  children(node) {
    const rows = rowsOf(node);
    return rows.length > 0 ? rows : [noticeNode(node.id, { text: 'Nothing.' })];
  },
  tooltip({ group, usage }) {
    const { count, reclaimable, total } = figuresOf(usage, group);
    return facts(looks[group].label, [
      ['Number', String(count)],
      ['In all', formatBytes(total)],
      ['Reclaimable', formatBytes(reclaimable)],
    ]);
  },
};

/** Every object with its bytes, the largest first; the rows are those of the other views, and so are their commands. */
function rowsOf({ id, group, usage }: NodeOf<'usageGroup'>): TreeNode[] {
  switch (group) {
    case 'images': {
      const shared = usage.images.map(({ image, sharedSize = 0 }) => [image.id, sharedSize] as const);
      const marks = { shared: Object.fromEntries(shared) };
      return [...usage.images]
        .sort((a, b) => b.image.size - a.image.size)
        .map(({ image }) => {
          const [tag] = image.tags;
          const usedBy = usage.containers
            .map(({ container }) => container)
            .filter(({ imageId }) => imageId === image.id);
          return imageNode(image, { usedBy, marks, whole: true, ...(tag === undefined ? {} : { tag }) });
        });
    }
    case 'containers':
      return [...usage.containers]
        .sort((a, b) => b.size - a.size)
        .map(({ container, size }) => userNode(container, { of: id, use: formatBytes(size) }));
    case 'volumes': {
      const containers = usage.containers.map(({ container }) => container);
      return [...usage.volumes]
        .sort((a, b) => (b.size ?? 0) - (a.size ?? 0))
        .map(({ volume, size }) => volumeNode(volume, { users: usersOfVolume(volume, containers), size }));
    }
    case 'buildCache':
      return [...usage.buildCache]
        .sort((a, b) => b.size - a.size)
        .map((cache) => ({ kind: 'cache', id: `cache/${cache.id}`, cache }));
  }
}

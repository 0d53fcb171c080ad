import { formatAgo } from '../../ui/elapsed.ts';
import { formatBytes } from '../../ui/format.ts';
import { facts, formatMoment } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';

export const cache: NodeKind<'cache'> = {
  view({ cache }, now) {
    const label = cache.description.replaceAll(/\s+/g, ' ') || cache.id.slice(0, 12);
    const used = cache.lastUsedAt ?? cache.createdAt;
    const parts = [
      formatBytes(cache.size),
      ...(cache.type === 'regular' ? [] : [typeNames.get(cache.type) ?? cache.type]),
      ...(cache.inUse ? ['in use'] : []),
      ...(cache.shared ? ['shared with an image'] : []),
      ...(used > 0 ? [formatAgo(used, now)] : []),
    ];
    return {
      label,
      description: parts.join(' · '),
      icon: { id: cache.inUse ? 'lock-small' : 'archive' },
      accessibilityLabel: `build cache ${label}, ${parts.join(', ')}`,
      flags: [],
      expandable: 'none',
    };
  },
  children: () => [],
  tooltip: ({ cache }) =>
    facts(cache.description || cache.id, [
      ['Size', formatBytes(cache.size)],
      ['Type', cache.type],
      ['Created', cache.createdAt > 0 ? formatMoment(cache.createdAt) : undefined],
      ['Used last', cache.lastUsedAt === undefined ? undefined : formatMoment(cache.lastUsedAt)],
      ['In use', cache.inUse ? 'a build needs it now' : undefined],
      ['Shared', cache.shared ? 'an image has it, too: to remove it frees nothing' : undefined],
      ['Id', cache.id],
    ]),
};

const typeNames: ReadonlyMap<string, string> = new Map([
  ['source.local', 'build context'],
  ['source.git.checkout', 'Git'],
  ['exec.cachemount', 'cache mount'],
  ['frontend', 'frontend'],
  ['internal', 'internal'],
]);

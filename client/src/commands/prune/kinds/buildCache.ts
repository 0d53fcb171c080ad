import type { BuildCacheUsage, DiskUsage } from '../../../engine/model.ts';
import { formatAgo } from '../../../ui/elapsed.ts';
import { formatCount } from '../../../ui/format.ts';
import { bySize, type PruneKind } from '../kind.ts';
import { goneAlready, type Prunable } from '../plan.ts';

/** What builds have left behind and no build uses just now. */
export const prunableBuildCache: PruneKind = {
  noun: 'build cache record',
  icon: 'layers',
  consequence: 'The next builds take longer, and download again what their cache mounts kept. Images stay.',
  // What others are built on cannot go before them; they are younger.
  compare: (a, b) => (b.madeAt ?? 0) - (a.madeAt ?? 0),
  async find({ usage, now }) {
    return {
      count: undefined,
      none: 'a build uses all of the build cache.',
      items: usage().then((used) => rows(used, now)),
    };
  },
  async remove({ system }, { id }) {
    const { removed } = await system.pruneBuildCache(id);
    if (removed.includes(id)) return undefined;
    const now = (await system.diskUsage()).buildCache.find((entry) => entry.id === id);
    if (!now) return goneAlready;
    return now.inUse ? 'A build uses it now.' : 'Other build cache is built on it, and stays.';
  },
};

/** What a type of build cache is, in words. */
export function typeName(type: string): string {
  return types[type] ?? type;
}

const types: Readonly<Record<string, string>> = {
  regular: 'step of a build',
  'source.local': 'files of a build context',
  'source.git.checkout': 'Git checkout',
  'exec.cachemount': 'cache of RUN --mount=type=cache',
  frontend: 'Dockerfile frontend',
  internal: 'BuildKit’s own',
};

function rows({ buildCache }: DiskUsage, now: number): Prunable[] {
  const children = new Map<string, number>();
  for (const { parents } of buildCache)
    for (const parent of parents) children.set(parent, (children.get(parent) ?? 0) + 1);
  return buildCache
    .filter(({ inUse }) => !inUse)
    .map((entry) => row(entry, { now, children: children.get(entry.id) ?? 0 }))
    .sort(bySize);
}

function row(entry: BuildCacheUsage, { now, children }: { now: number; children: number }): Prunable {
  const { id, type, description, shared, size, createdAt, lastUsedAt } = entry;
  const used = lastUsedAt ?? createdAt;
  return {
    id,
    name: description === '' ? id : description,
    noun: 'build cache record',
    why: [
      typeName(type),
      ...(shared ? ['an image has the same data'] : []),
      ...(children === 0 ? [] : [`${formatCount(children, 'other record')} built on it`]),
      id,
    ].join(' • '),
    age: `${lastUsedAt === undefined ? 'made' : 'used'} ${formatAgo(used, now)}`,
    since: used,
    bytes: shared ? 0 : size,
    shares: false,
    usual: true,
    labels: {},
    family: type,
    type,
    madeAt: createdAt,
  };
}

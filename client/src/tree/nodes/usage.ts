import type { DiskUsage } from '../../engine/model.ts';
import type { Answer } from '../../store/details.ts';
import { formatBytes } from '../../ui/format.ts';
import { usageGroups, type TreeNode, type UsageGroup } from '../node.ts';
import { answered } from './answered.ts';

/** What one kind of thing takes, and how much of that would be free if all of it went that nothing needs. Bytes. */
export interface Figures {
  readonly total: number;
  readonly reclaimable: number;
  readonly count: number;
}

/** The rows of the disk usage's view. */
export function usageRoots(answer: Answer<DiskUsage> | undefined): readonly TreeNode[] {
  const asked = { of: 'usage', question: { about: 'usage', of: '' }, empty: '' } as const;
  return answered(answer, asked, (usage) =>
    usageGroups.map((group) => ({ kind: 'usageGroup', id: `usage/${group}`, group, usage })),
  );
}

/** What everything comes to, and when that was added up. */
export function usageNote(usage: DiskUsage | undefined): string {
  if (!usage) return '';
  const all = usageGroups.map((group) => figuresOf(usage, group));
  const total = all.reduce((sum, figures) => sum + figures.total, 0);
  const reclaimable = all.reduce((sum, figures) => sum + figures.reclaimable, 0);
  const time = new Date(usage.at).toLocaleTimeString('sv-SE').slice(0, 5);
  const free = reclaimable === 0 ? '' : `, ${formatBytes(reclaimable)} reclaimable`;
  return `${formatBytes(total)} in all${free}. Added up at ${time}.`;
}

/** As `docker system df` counts. */
export function figuresOf(usage: DiskUsage, group: UsageGroup): Figures {
  switch (group) {
    case 'images': {
      const used = usage.images
        .filter(({ containers, sharedSize }) => containers > 0 && sharedSize !== undefined)
        .map(({ image, sharedSize = 0 }) => image.size - sharedSize);
      const { layersSize: total } = usage;
      return { total, reclaimable: Math.max(0, total - sum(used)), count: usage.images.length };
    }
    case 'containers': {
      const idle = usage.containers.filter(({ container }) => !active.has(container.state));
      return figures(usage.containers, idle);
    }
    case 'volumes': {
      const unused = usage.volumes.filter(({ references }) => references === 0);
      return figures(usage.volumes, unused);
    }
    case 'buildCache': {
      // What an image has, too, is counted there.
      const own = usage.buildCache.filter(({ shared }) => !shared);
      return {
        ...figures(
          own,
          own.filter(({ inUse }) => !inUse),
        ),
        count: usage.buildCache.length,
      };
    }
  }
}

const active: ReadonlySet<string> = new Set(['running', 'paused', 'restarting']);

function figures(all: readonly { readonly size?: number }[], free: readonly { readonly size?: number }[]): Figures {
  const bytes = (items: readonly { readonly size?: number }[]): number => sum(items.map(({ size = 0 }) => size));
  return { total: bytes(all), reclaimable: bytes(free), count: all.length };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

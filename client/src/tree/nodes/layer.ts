import { formatAgo } from '../../ui/elapsed.ts';
import { formatBytes } from '../../ui/format.ts';
import { instructionOf } from './instruction.ts';
import { facts, formatMoment } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';

export const layer: NodeKind<'layer'> = {
  view({ layer }, now) {
    // One line; whole it stands in the tooltip, and in the document of the history.
    const label = instructionOf(layer).replaceAll(/\s+/g, ' ');
    const empty = layer.size === 0;
    const age = layer.createdAt > 0 ? [formatAgo(layer.createdAt, now)] : [];
    const parts = [empty ? 'no content' : formatBytes(layer.size), ...age];
    return {
      label,
      description: parts.join(' · '),
      icon: empty ? { id: 'circle-outline', color: 'disabledForeground' } : { id: 'layers' },
      accessibilityLabel: `layer ${label}, ${parts.join(', ')}`,
      flags: [],
      expandable: 'none',
    };
  },
  children: () => [],
  tooltip: ({ layer }) =>
    facts(instructionOf(layer), [
      ['Size', formatBytes(layer.size)],
      ['Created', layer.createdAt > 0 ? formatMoment(layer.createdAt) : undefined],
      ['Tags', layer.tags],
      ['Comment', layer.comment],
    ]),
};

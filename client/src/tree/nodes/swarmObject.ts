import { formatAgo } from '../../ui/elapsed.ts';
import { facts, formatMoment } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';

export const swarmObject: NodeKind<'swarmObject'> = {
  view({ object }, now) {
    const age = formatAgo(object.createdAt, now);
    return {
      label: object.name,
      description: age,
      icon: { id: object.type === 'secret' ? 'lock' : 'file' },
      accessibilityLabel: `${object.type} ${object.name}, ${age}`,
      flags: [object.type],
      expandable: 'none',
    };
  },
  children: () => [],
  tooltip: ({ object }) =>
    facts(object.name, [
      ['Kind', object.type],
      ['Created', formatMoment(object.createdAt)],
      ['Labels', Object.entries(object.labels).map(([key, value]) => `${key}=${value}`)],
      ['Id', object.id],
    ]),
};

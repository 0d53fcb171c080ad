import { formatAgo } from '../../ui/elapsed.ts';
import type { NodeView } from '../node.ts';
import { facts, formatMoment } from './markdown.ts';
import type { NodeKind, NodeOf } from './nodeKind.ts';

export const task: NodeKind<'task'> = {
  view(node, now) {
    const { hostname, service, task } = node;
    const label = task.slot === undefined ? `${service} on ${hostname}` : `${service}.${task.slot}`;
    const parts = [`${task.state} ${formatAgo(task.since, now)}`, hostname, task.error].filter((part) => part !== '');
    return {
      label,
      description: parts.join(' · '),
      icon: iconOf(node),
      accessibilityLabel: `task ${label}, ${parts.join(', ')}`,
      flags: [],
      expandable: 'none',
    };
  },
  children: () => [],
  tooltip: ({ hostname, task }) =>
    facts(task.id, [
      ['State', `${task.state}, is to be ${task.desiredState}`],
      ['Since', formatMoment(task.since)],
      ['Node', hostname],
      ['Message', task.message],
      ['Error', task.error],
      ['Image', task.image],
      ['Container', task.containerId.slice(0, 12)],
    ]),
};

function iconOf({ task: { state } }: NodeOf<'task'>): NonNullable<NodeView['icon']> {
  if (state === 'running') return { id: 'circle-filled', color: 'testing.iconPassed' };
  if (state === 'failed' || state === 'rejected' || state === 'orphaned')
    return { id: 'error', color: 'testing.iconFailed' };
  if (state === 'shutdown' || state === 'complete' || state === 'remove')
    return { id: 'circle-outline', color: 'disabledForeground' };
  return { id: 'sync', color: 'testing.iconQueued' };
}

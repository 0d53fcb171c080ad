import { formatAgo } from '../../ui/elapsed.ts';
import { serviceFlags } from '../flags.ts';
import { answered } from './answered.ts';
import { facts, formatMoment } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';
import { serviceIcon } from './swarmGroup.ts';

export const service: NodeKind<'service'> = {
  view({ service }) {
    const replicas = `${service.running}/${service.desired}`;
    const parts = [
      replicas,
      ...(service.mode === 'replicated' ? [] : [service.mode]),
      ...(service.update === undefined || service.update === 'completed' ? [] : [service.update.replaceAll('_', ' ')]),
      ...service.ports,
      service.image,
    ];
    return {
      label: service.name,
      description: parts.join(' · '),
      icon: serviceIcon(service),
      accessibilityLabel: `service ${service.name}, ${service.running} of ${service.desired} tasks run, ${parts.slice(1).join(', ')}`,
      flags: serviceFlags(service),
      expandable: 'collapsed',
    };
  },
  question: ({ service }) => ({ about: 'tasks', of: service.id }),
  children: ({ id, service, hostnames }, known) =>
    answered(
      known('tasks', service.id),
      { of: id, question: { about: 'tasks', of: service.id }, empty: 'No task was made yet.' },
      (tasks) =>
        tasks.map((task) => ({
          kind: 'task',
          id: `task/${task.id}`,
          service: service.name,
          task,
          hostname: hostnames[task.nodeId] ?? task.nodeId.slice(0, 12),
        })),
    ),
  tooltip: ({ service }, now) =>
    facts(service.name, [
      ['Tasks', `${service.running} of ${service.desired} run`],
      ['Mode', service.mode],
      ['Image', service.image],
      ['Ports', service.ports],
      ['Update', service.update?.replaceAll('_', ' ')],
      ['Changed', `${formatMoment(service.updatedAt)} (${formatAgo(service.updatedAt, now)})`],
      ['Created', formatMoment(service.createdAt)],
      ['Id', service.id],
    ]),
};

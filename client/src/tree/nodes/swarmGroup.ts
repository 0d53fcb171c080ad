import type { SwarmService } from '../../engine/port/swarm.ts';
import type { NodeView, TreeNode, SwarmGroup } from '../node.ts';
import { facts } from './markdown.ts';
import { noticeNode } from './notice.ts';
import type { NodeKind, NodeOf } from './nodeKind.ts';

const looks: Readonly<Record<SwarmGroup, { readonly label: string; readonly icon: string; readonly empty: string }>> = {
  services: {
    label: 'Services',
    icon: 'layers',
    empty: 'No service runs. Make one with docker service create or docker stack deploy.',
  },
  nodes: { label: 'Nodes', icon: 'server', empty: 'No node.' },
  secrets: { label: 'Secrets', icon: 'lock', empty: 'No secret. Make one with docker secret create.' },
  configs: { label: 'Configs', icon: 'file', empty: 'No config. Make one with docker config create.' },
};

export const swarmGroup: NodeKind<'swarmGroup'> = {
  view({ group, swarm }) {
    const { icon, label } = looks[group];
    const count = swarm[group].length;
    const description = group === 'services' && count > 0 ? servicesText(swarm.services) : String(count);
    return {
      label,
      description,
      icon: { id: icon },
      accessibilityLabel: `${label}, ${description}`,
      flags: [group],
      expandable: group === 'services' ? 'expanded' : 'collapsed',
    };
  },
  children(node) {
    const rows = rowsOf(node);
    return rows.length > 0 ? rows : [noticeNode(node.id, { text: looks[node.group].empty })];
  },
  tooltip: ({ group, swarm }) => facts(looks[group].label, [['Number', String(swarm[group].length)]]),
};

function rowsOf({ group, swarm }: NodeOf<'swarmGroup'>): TreeNode[] {
  const hostnames = Object.fromEntries(swarm.nodes.map(({ id, hostname }) => [id, hostname]));
  switch (group) {
    case 'services':
      return swarm.services.map((service) => ({ kind: 'service', id: `service/${service.id}`, service, hostnames }));
    case 'nodes':
      return swarm.nodes.map((node) => ({ kind: 'swarmNode', id: `node/${node.id}`, node }));
    case 'secrets':
    case 'configs':
      return swarm[group].map((object) => ({ kind: 'swarmObject', id: `${object.type}/${object.id}`, object }));
  }
}

function servicesText(services: readonly SwarmService[]): string {
  const whole = services.filter((service) => service.running >= service.desired).length;
  return `${whole}/${services.length} complete`;
}

/** All, some or none of its tasks run. */
export function serviceIcon({ desired, running }: SwarmService): NonNullable<NodeView['icon']> {
  if (desired === 0) return { id: 'layers-dot', color: 'disabledForeground' };
  if (running >= desired) return { id: 'layers', color: 'testing.iconPassed' };
  return { id: 'layers-active', color: running === 0 ? 'testing.iconFailed' : 'testing.iconQueued' };
}

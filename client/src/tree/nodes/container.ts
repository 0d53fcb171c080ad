import type { Container, Mount, NetworkAttachment } from '../../engine/model.ts';
import { containerFlags } from '../flags.ts';
import type { NodeView, TreeNode } from '../node.ts';
import { projectOf, serviceOf } from './compose.ts';
import { stateIcon, stateText } from './containerState.ts';
import { facts, formatMoment } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';
import { shortId } from './reference.ts';
import { distinctPorts, portKey, portText } from './ports.ts';

/** So many published ports stand in the row; the others are its children. */
const portsShown = 3;

export function containerNode(container: Container): TreeNode {
  return { kind: 'container', id: `container/${container.id}`, container };
}

/** A container below what it uses: `use` says how. */
export function userNode(container: Container, { of, use }: { of: string; use: string }): TreeNode {
  return { kind: 'container', id: `${of}/user/${container.id}`, container, use };
}

export const container: NodeKind<'container'> = {
  view({ container, use }, now) {
    if (use !== undefined) return userView(container, { use, now });
    const label = shortName(container);
    const ports = publishedPorts(container);
    const state = stateText(container, now);
    return {
      label,
      description: [portsText(ports), state, container.image].filter((part) => part !== '').join(' · '),
      icon: stateIcon(container),
      accessibilityLabel: [
        label,
        container.health === 'healthy' ? `${state}, healthy` : state,
        ...(ports.length > 0 ? [`ports ${ports.join(', ')}`] : []),
        `image ${container.image}`,
      ].join(', '),
      flags: containerFlags(container),
      expandable: childCount(container) > 0 ? 'collapsed' : 'none',
    };
  },

  children({ container, use }) {
    if (use !== undefined) return [];
    const at = container.id;
    return [
      ...distinctPorts(container.ports).map((port): TreeNode => ({
        kind: 'port',
        id: `port/${at}/${portKey(port)}`,
        container,
        port,
      })),
      ...container.mounts.map((mount): TreeNode => ({
        kind: 'mount',
        id: `mount/${at}/${mount.target}`,
        container,
        mount,
      })),
      ...container.networks.map((network): TreeNode => ({
        kind: 'attachment',
        id: `attachment/${at}/${network.name}`,
        container,
        network,
      })),
    ];
  },

  tooltip({ container }, now) {
    const { health, labels } = container;
    return facts(container.name, [
      ['State', `${stateText(container, now)}${health === 'healthy' ? ' (healthy)' : ''}`],
      ['Image', container.image],
      ['Command', container.command],
      ['Created', formatMoment(container.createdAt)],
      ['Project', projectOf({ labels })],
      ['Service', serviceOf({ labels })],
      ['Ports', distinctPorts(container.ports).map(portText)],
      ['Networks', container.networks.map(networkText)],
      ['Mounts', container.mounts.map(mountText)],
      ['Id', shortId(container.id)],
    ]);
  },
};

function userView(container: Container, { use, now }: { use: string; now: number }): NodeView {
  const state = stateText(container, now);
  return {
    label: container.name,
    description: [use, state].filter((part) => part !== '').join(' · '),
    icon: stateIcon(container),
    accessibilityLabel: `container ${container.name}, ${[use, state].filter((part) => part !== '').join(', ')}`,
    flags: containerFlags(container),
    expandable: 'none',
  };
}

/** Inside its project's group the project's name need not be said again: `shop-web-1` is `web-1` there. */
export function shortName({ name, labels }: Container): string {
  const project = projectOf({ labels });
  if (project === undefined || !name.startsWith(project)) return name;
  const rest = name.slice(project.length);
  return /^[-_]./.test(rest) ? rest.slice(1) : name;
}

function publishedPorts({ ports }: Container): string[] {
  return distinctPorts(ports)
    .filter(({ hostPort }) => hostPort !== undefined)
    .map(portText);
}

function portsText(ports: readonly string[]): string {
  const more = ports.length - portsShown;
  return [...ports.slice(0, portsShown), ...(more > 0 ? [`+${more}`] : [])].join(', ');
}

function childCount({ ports, mounts, networks }: Container): number {
  return ports.length + mounts.length + networks.length;
}

function networkText({ name, ipv4, ipv6 }: NetworkAttachment): string {
  return [name, ipv4, ipv6].filter((part) => part !== undefined).join(' ');
}

function mountText({ name, source, target, readOnly }: Mount): string {
  return `${name ?? source} → ${target}${readOnly ? ' (read-only)' : ''}`;
}

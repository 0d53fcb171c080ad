import type { Container, Mount, NetworkAttachment } from '../../engine/model.ts';
import type { Load } from '../../store/meters.ts';
import { formatBytes } from '../../ui/format.ts';
import { containerFlags } from '../flags.ts';
import type { NodeView, TreeNode } from '../node.ts';
import { projectOf, serviceOf, stackOf } from './compose.ts';
import { stateIcon, stateText } from './containerState.ts';
import { loadTexts } from './load.ts';
import { facts, formatMoment } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';
import { shortId } from './reference.ts';
import { sectionNodes } from './section.ts';
import { distinctPorts, portKey, portText } from './ports.ts';

/** So many published ports stand in the row; the others are its children. */
const portsShown = 3;

export interface Place {
  /** The id of the row above, where the container may stand below several. */
  readonly in?: string;
  /** Not in its project's group: its whole name is shown. */
  readonly whole?: boolean;
  readonly load?: Load | undefined;
}

export function containerNode(container: Container, { in: above, whole = false, load }: Place = {}): TreeNode {
  const id = `${above === undefined ? '' : `${above}/`}container/${container.id}`;
  return { kind: 'container', id, container, ...(whole ? { whole } : {}), ...(load ? { load } : {}) };
}

/** A container below what it uses: `use` says how. */
export function userNode(container: Container, { of, use }: { of: string; use: string }): TreeNode {
  return { kind: 'container', id: `${of}/user/${container.id}`, container, use };
}

export const container: NodeKind<'container'> = {
  view({ container, load, use, whole }, now) {
    if (use !== undefined) return userView(container, { use, now });
    const label = whole === true ? container.name : shortName(container);
    const ports = publishedPorts(container);
    const state = stateText(container, now);
    return {
      label,
      description: [portsText(ports), ...loadTexts(load), state, container.image]
        .filter((part) => part !== '')
        .join(' · '),
      icon: stateIcon(container),
      accessibilityLabel: [
        label,
        container.health === 'healthy' ? `${state}, healthy` : state,
        ...(ports.length > 0 ? [`ports ${ports.join(', ')}`] : []),
        ...(load ? [`CPU ${load.cpu} percent, memory ${formatBytes(load.memory)}`] : []),
        `image ${container.image}`,
      ].join(', '),
      flags: containerFlags(container),
      expandable: 'collapsed',
    };
  },

  children({ id: at, container, use }) {
    if (use !== undefined) return [];
    return [
      ...distinctPorts(container.ports).map((port): TreeNode => ({
        kind: 'port',
        id: `${at}/port/${portKey(port)}`,
        container,
        port,
      })),
      ...container.mounts.map((mount): TreeNode => ({
        kind: 'mount',
        id: `${at}/mount/${mount.target}`,
        container,
        mount,
      })),
      ...container.networks.map((network): TreeNode => ({
        kind: 'attachment',
        id: `${at}/attachment/${network.name}`,
        container,
        network,
      })),
      ...sectionNodes(at, container),
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
  const project = projectOf({ labels }) ?? stackOf({ labels });
  if (project === undefined || !name.startsWith(project)) return name;
  const rest = name.slice(project.length);
  // A task of a Swarm has its own id at the end, which tells a person nothing.
  return /^[-_]./.test(rest) ? rest.slice(1).replace(/(?<=\.\d+)\.[0-9a-z]{25}$/, '') : name;
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

function networkText({ name, ipv4, ipv6 }: NetworkAttachment): string {
  return [name, ipv4, ipv6].filter((part) => part !== undefined).join(' ');
}

function mountText({ name, source, target, readOnly }: Mount): string {
  return `${name ?? source} → ${target}${readOnly ? ' (read-only)' : ''}`;
}

import type { Container } from '../../engine/model.ts';
import type { Load } from '../../store/meters.ts';
import type { TreeNode } from '../node.ts';
import type { Grouping, Sorting, ViewChoice } from '../viewChoice.ts';
import { originsOf, projectOf, serviceOf, stackOf } from './compose.ts';
import { containerNode } from './container.ts';
import { containerGroupNode, type Loads } from './containerGroup.ts';
import { filterOf } from './filter.ts';
import { isInside } from './paths.ts';
import { portText } from './ports.ts';
import { byName } from './sort.ts';

export interface ContainerTreeSource {
  readonly containers: Iterable<Container>;
  /** The workspace's, for "this workspace only". */
  readonly folders?: readonly string[];
  /** By container id, while they are measured. */
  readonly loads?: ReadonlyMap<string, Load>;
}

/** The rows of the containers' view: groups by name, then the containers that belong to none. */
export function containerRoots(source: ContainerTreeSource, choice: ViewChoice): TreeNode[] {
  const { containers, folders = [], loads } = source;
  const shown = [...containers].filter(shows(choice, folders)).sort(orders[choice.sort]);
  const groups = new Map<string, { readonly group: Group; readonly members: Container[] }>();
  const alone: Container[] = [];
  for (const container of shown)
    for (const group of groupsOf(container, choice)) {
      if (!group) {
        alone.push(container);
        continue;
      }
      const key = `${group.by}/${group.name}`;
      const known = groups.get(key);
      if (known) known.members.push(container);
      else groups.set(key, { group, members: [container] });
    }
  return [
    ...[...groups.values()]
      .sort((a, b) => Number(a.group.name === '') - Number(b.group.name === '') || byName(a.group.name, b.group.name))
      .map(({ group, members }) => groupNode(group, members, loadsOf(members, loads))),
    ...alone.map((container) =>
      containerNode(container, { load: loads?.get(container.id), whole: choice.group !== 'project' }),
    ),
  ];
}

interface Group {
  readonly by: Exclude<Grouping, 'none'> | 'stack';
  readonly name: string;
}

/** The groups that a container stands in; `undefined` for the place beside them. */
function groupsOf(container: Container, { group, groupLabel }: ViewChoice): (Group | undefined)[] {
  switch (group) {
    case 'project': {
      const [project, stack] = [projectOf(container), stackOf(container)];
      if (project !== undefined) return [{ by: 'project', name: project }];
      return [stack === undefined ? undefined : { by: 'stack', name: stack }];
    }
    case 'network': {
      const names = [...new Set(container.networks.map(({ name }) => name))];
      return (names.length === 0 ? [''] : names).map((name) => ({ by: 'network', name }));
    }
    case 'image':
      return [{ by: 'image', name: container.image }];
    case 'label':
      return [{ by: 'label', name: container.labels[groupLabel] ?? '' }];
    case 'none':
      return [undefined];
  }
}

function groupNode({ by, name }: Group, containers: readonly Container[], loads: Loads | undefined): TreeNode {
  if (by === 'project') return containerGroupNode(name, containers, loads);
  return { kind: 'containerSet', id: `${by}/${name}`, by, name, containers, ...(loads ? { loads } : {}) };
}

function loadsOf(containers: readonly Container[], loads: ContainerTreeSource['loads']): Loads | undefined {
  if (!loads) return undefined;
  const entries = containers.flatMap(({ id }) => {
    const load = loads.get(id);
    return load ? [[id, load] as const] : [];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

type Order = (a: Container, b: Container) => number;

const nameOrder: Order = (a, b) => byName(a.name, b.name) || byName(a.id, b.id);
const stateRanks: Readonly<Record<Container['state'], number>> = {
  running: 0,
  restarting: 1,
  paused: 2,
  dead: 3,
  exited: 4,
  created: 5,
  removing: 6,
};
const orders: Readonly<Record<Sorting, Order>> = {
  name: nameOrder,
  created: (a, b) => b.createdAt - a.createdAt || nameOrder(a, b),
  state: (a, b) => stateRanks[a.state] - stateRanks[b.state] || nameOrder(a, b),
  image: (a, b) => byName(a.image, b.image) || nameOrder(a, b),
  // The list knows no sizes of containers: the disk usage's view does.
  size: nameOrder,
};

function shows(choice: ViewChoice, folders: readonly string[]): (container: Container) => boolean {
  const { filter, label, network, runningOnly, workspaceOnly } = choice;
  const matches = filterOf(filter);
  return (container) =>
    (!runningOnly || isAlive(container)) &&
    (!workspaceOnly || originsOf(container).some((path) => folders.some((folder) => isInside(path, folder)))) &&
    (label === '' || hasLabel(container, label)) &&
    (network === '' || container.networks.some(({ name }) => name === network)) &&
    matches(haystack(container));
}

/** It runs or is about to: what "running only" must not hide while it is restarted. */
function isAlive({ state }: Container): boolean {
  return state === 'running' || state === 'paused' || state === 'restarting';
}

/** `key` or `key=value`, as `docker ps --filter label=`. */
function hasLabel({ labels }: Container, label: string): boolean {
  const at = label.indexOf('=');
  return at < 0 ? label in labels : labels[label.slice(0, at)] === label.slice(at + 1);
}

function haystack(container: Container): (string | undefined)[] {
  const { name, image, id, ports, state, health } = container;
  return [
    name,
    image,
    projectOf(container),
    stackOf(container),
    serviceOf(container),
    state,
    health === 'none' ? undefined : health,
    id.slice(0, 12),
    ...ports.map(portText),
  ];
}

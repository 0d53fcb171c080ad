import type { Container } from '../../engine/model.ts';
import type { TreeNode } from '../node.ts';
import type { ViewChoice } from '../viewOptions.ts';
import { projectOf, serviceOf } from './compose.ts';
import { containerNode } from './container.ts';
import { containerGroupNode } from './containerGroup.ts';
import { filterOf } from './filter.ts';
import { portText } from './ports.ts';
import { byName } from './sort.ts';

/** The rows of the containers' view: compose projects by name, then the containers that belong to none. */
export function containerRoots(containers: Iterable<Container>, choice: ViewChoice): TreeNode[] {
  const shown = [...containers].filter(shows(choice)).sort((a, b) => byName(a.name, b.name) || byName(a.id, b.id));
  const alone: Container[] = [];
  const projects = new Map<string, Container[]>();
  for (const container of shown) {
    const project = projectOf(container);
    const members = project === undefined ? alone : (projects.get(project) ?? []);
    members.push(container);
    if (project !== undefined) projects.set(project, members);
  }
  return [
    ...[...projects].sort(([a], [b]) => byName(a, b)).map(([project, members]) => containerGroupNode(project, members)),
    ...alone.map(containerNode),
  ];
}

function shows({ filter, runningOnly }: ViewChoice): (container: Container) => boolean {
  const matches = filterOf(filter);
  return (container) => (!runningOnly || isAlive(container)) && matches(haystack(container));
}

/** It runs or is about to: what "running only" must not hide while it is restarted. */
function isAlive({ state }: Container): boolean {
  return state === 'running' || state === 'paused' || state === 'restarting';
}

function haystack(container: Container): (string | undefined)[] {
  const { name, image, id, ports, state, health } = container;
  return [
    name,
    image,
    projectOf(container),
    serviceOf(container),
    state,
    health === 'none' ? undefined : health,
    id.slice(0, 12),
    ...ports.map(portText),
  ];
}

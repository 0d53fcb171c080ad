import type { Container } from '../../engine/model.ts';
import type { Load } from '../../store/meters.ts';
import { groupFlags } from '../flags.ts';
import type { NodeView, TreeNode } from '../node.ts';
import { serviceOf } from './compose.ts';
import { containerNode } from './container.ts';
import { loadTexts, sumOf } from './load.ts';
import { facts } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';

/** By container id. */
export type Loads = Readonly<Record<string, Load>>;

export function containerGroupNode(project: string, containers: readonly Container[], loads?: Loads): TreeNode {
  return { kind: 'containerGroup', id: `project/${project}`, project, containers, ...(loads ? { loads } : {}) };
}

export const containerGroup: NodeKind<'containerGroup'> = {
  view({ project, containers, loads = {} }) {
    const texts = [runningText(containers), ...loadTexts(sumOf(Object.values(loads)))];
    return {
      label: project,
      description: texts.join(' · '),
      icon: groupIcon(containers, 'layers'),
      accessibilityLabel: `compose project ${project}, ${texts.join(', ')}`,
      flags: groupFlags(containers),
      expandable: 'expanded',
    };
  },
  children: ({ containers, loads = {} }) =>
    containers.map((container) => containerNode(container, { load: loads[container.id] })),
  tooltip: ({ project, containers }) =>
    facts(project, [
      ['Compose project', `${runningCount(containers)} of ${containers.length} running`],
      ['Services', [...new Set(containers.map((container) => serviceOf(container) ?? container.name))]],
    ]),
};

/** `2/3 running`. */
export function runningText(containers: readonly Container[]): string {
  return `${runningCount(containers)}/${containers.length} running`;
}

function runningCount(containers: readonly Container[]): number {
  return containers.filter(({ state }) => state === 'running').length;
}

/** All, some or none of its containers run; one in trouble makes the group one in trouble. */
export function groupIcon(containers: readonly Container[], id: string): NonNullable<NodeView['icon']> {
  const running = runningCount(containers);
  const shapes = id === 'layers' ? { none: 'layers-dot', some: 'layers-active' } : { none: id, some: id };
  if (containers.some(({ state, health }) => state === 'running' && health === 'unhealthy'))
    return { id, color: 'testing.iconFailed' };
  if (running === 0) return { id: shapes.none, color: 'disabledForeground' };
  return running === containers.length
    ? { id, color: 'testing.iconPassed' }
    : { id: shapes.some, color: 'testing.iconQueued' };
}

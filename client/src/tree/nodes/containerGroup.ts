import type { Container } from '../../engine/model.ts';
import { groupFlags } from '../flags.ts';
import type { NodeView, TreeNode } from '../node.ts';
import { serviceOf } from './compose.ts';
import { containerNode } from './container.ts';
import { facts } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';

export function containerGroupNode(project: string, containers: readonly Container[]): TreeNode {
  return { kind: 'containerGroup', id: `project/${project}`, project, containers };
}

export const containerGroup: NodeKind<'containerGroup'> = {
  view({ project, containers }) {
    const running = `${runningCount(containers)}/${containers.length} running`;
    return {
      label: project,
      description: running,
      icon: groupIcon(containers),
      accessibilityLabel: `compose project ${project}, ${running}`,
      flags: groupFlags(containers),
      expandable: 'expanded',
    };
  },
  children: ({ containers }) => containers.map(containerNode),
  tooltip: ({ project, containers }) =>
    facts(project, [
      ['Compose project', `${runningCount(containers)} of ${containers.length} running`],
      ['Services', [...new Set(containers.map((container) => serviceOf(container) ?? container.name))]],
    ]),
};

function runningCount(containers: readonly Container[]): number {
  return containers.filter(({ state }) => state === 'running').length;
}

/** All, some or none of its containers run; one in trouble makes the group one in trouble. */
function groupIcon(containers: readonly Container[]): NonNullable<NodeView['icon']> {
  const running = runningCount(containers);
  if (containers.some(({ state, health }) => state === 'running' && health === 'unhealthy'))
    return { id: 'layers', color: 'testing.iconFailed' };
  if (running === 0) return { id: 'layers-dot', color: 'disabledForeground' };
  return running === containers.length
    ? { id: 'layers', color: 'testing.iconPassed' }
    : { id: 'layers-active', color: 'testing.iconQueued' };
}

import type { Container } from '../../engine/model.ts';
import type { Question } from '../../store/details.ts';
import type { TreeNode } from '../node.ts';
import { answered } from './answered.ts';
import type { NodeKind, NodeOf } from './nodeKind.ts';

type Section = NodeOf<'section'>['section'];

/** The parts of a container that are asked for when they are opened. */
export function sectionNodes(of: string, container: Container): TreeNode[] {
  const { health, state } = container;
  const sections: Section[] = [
    'environment',
    ...(health === 'none' ? [] : ['health' as const]),
    ...(state === 'running' || state === 'paused' ? ['processes' as const] : []),
  ];
  return sections.map((section) => ({ kind: 'section', id: `${of}/${section}`, section, container }));
}

const looks: Readonly<Record<Section, { readonly label: string; readonly icon: string; readonly empty: string }>> = {
  environment: { label: 'Environment', icon: 'symbol-variable', empty: 'No variables are set.' },
  health: { label: 'Health log', icon: 'pulse', empty: 'The health check has not run yet.' },
  processes: { label: 'Processes', icon: 'server-process', empty: 'No process runs.' },
};

export const section: NodeKind<'section'> = {
  view({ container, section }) {
    const { icon, label } = looks[section];
    const description = section === 'health' ? container.health : '';
    return {
      label,
      ...(description === '' ? {} : { description }),
      icon: { id: icon },
      accessibilityLabel: `${label} of ${container.name}${description === '' ? '' : `, ${description}`}`,
      flags: [section],
      expandable: 'collapsed',
    };
  },
  question: questionOf,
  children(node, known) {
    const { container, section } = node;
    const asked = { of: node.id, question: questionOf(node), empty: looks[section].empty };
    switch (section) {
      case 'environment':
        return answered(known('container', container.id), asked, ({ env }) =>
          env.map((entry) => variableNode(node, entry)),
        );
      case 'health':
        return answered(known('container', container.id), asked, ({ probes }) =>
          probes.map((probe) => ({ kind: 'probe', id: `${node.id}/${probe.startedAt}`, container, probe })),
        );
      case 'processes':
        return answered(known('processes', container.id), asked, ({ titles, processes }) =>
          processes.map((values, index) => {
            const fields = titles.map((title, at) => [title, values[at] ?? ''] as const);
            const pid = fields.find(([title]) => title === 'PID')?.[1] ?? String(index);
            return { kind: 'process', id: `${node.id}/${pid}`, container, fields };
          }),
        );
    }
  },
  tooltip: () => '',
};

function questionOf({ container, section }: NodeOf<'section'>): Question {
  return { about: section === 'processes' ? 'processes' : 'container', of: container.id };
}

function variableNode({ id, container }: NodeOf<'section'>, entry: string): TreeNode {
  const at = entry.indexOf('=');
  const name = at < 0 ? entry : entry.slice(0, at);
  return { kind: 'variable', id: `${id}/${name}`, container, name, value: at < 0 ? '' : entry.slice(at + 1) };
}

import type { Container } from '../../engine/model.ts';
import { groupFlags } from '../flags.ts';
import { containerNode } from './container.ts';
import { groupIcon, runningText } from './containerGroup.ts';
import { loadTexts, sumOf } from './load.ts';
import { facts } from './markdown.ts';
import type { NodeKind, NodeOf } from './nodeKind.ts';

type By = NodeOf<'containerSet'>['by'];

const looks: Readonly<Record<By, { readonly noun: string; readonly icon: string; readonly nameless: string }>> = {
  stack: { noun: 'stack', icon: 'organization', nameless: 'no stack' },
  network: { noun: 'network', icon: 'type-hierarchy-sub', nameless: 'No network' },
  image: { noun: 'image', icon: 'package', nameless: 'No image' },
  label: { noun: 'label', icon: 'tag', nameless: 'Without the label' },
};

export const containerSet: NodeKind<'containerSet'> = {
  view(node) {
    const { by, containers, loads = {} } = node;
    const { icon, noun } = looks[by];
    const texts = [runningText(containers), ...loadTexts(sumOf(Object.values(loads)))];
    const label = setName(node);
    return {
      label,
      description: texts.join(' · '),
      icon: groupIcon(containers, icon),
      accessibilityLabel: `${noun} ${label}, ${texts.join(', ')}`,
      flags: [by, ...groupFlags(containers)],
      expandable: 'expanded',
    };
  },
  // A container may be on several networks, so there its row's id has to tell in which of them it stands.
  children: ({ id, by, containers, loads = {} }) =>
    containers.map((container) =>
      containerNode(container, {
        load: loads[container.id],
        ...(by === 'network' ? { in: id } : {}),
        ...(by === 'stack' ? {} : { whole: true }),
      }),
    ),
  tooltip: (node) =>
    facts(setName(node), [
      ['What they share', looks[node.by].noun],
      ['Containers', node.containers.map(({ name, state }: Container) => `${name} (${state})`)],
    ]),
};

function setName({ by, name }: Pick<NodeOf<'containerSet'>, 'by' | 'name'>): string {
  return name === '' ? looks[by].nameless : name;
}

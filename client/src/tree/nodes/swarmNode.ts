import { facts } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';

export const swarmNode: NodeKind<'swarmNode'> = {
  view({ node }) {
    const ready = node.state === 'ready';
    const parts = [
      node.leader ? 'leader' : node.role,
      ...(ready ? [] : [node.state]),
      ...(node.availability === 'active' ? [] : [node.availability]),
      `Engine ${node.engineVersion}`,
      node.address,
    ];
    return {
      label: node.hostname,
      description: parts.join(' · '),
      icon: ready
        ? { id: node.role === 'manager' ? 'server-environment' : 'server', color: 'testing.iconPassed' }
        : { id: 'debug-disconnect', color: 'testing.iconFailed' },
      accessibilityLabel: `node ${node.hostname}, ${[node.state, ...parts].join(', ')}`,
      flags: [node.role],
      expandable: 'none',
    };
  },
  children: () => [],
  tooltip: ({ node }) =>
    facts(node.hostname, [
      ['Role', node.leader ? 'manager, leads the others' : node.role],
      ['State', node.state],
      ['Availability', node.availability],
      ['Engine', node.engineVersion],
      ['System', node.platform],
      ['Address', node.address],
      ['Id', node.id],
    ]),
};

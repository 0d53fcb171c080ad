import { attachmentFlags } from '../flags.ts';
import { facts } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';

export const attachment: NodeKind<'attachment'> = {
  view({ network }) {
    const address = [network.ipv4, network.ipv6].filter((part) => part !== undefined).join(', ');
    return {
      label: network.name,
      description: address === '' ? 'network' : address,
      icon: { id: 'type-hierarchy-sub' },
      accessibilityLabel: `network ${network.name}${address === '' ? '' : `, address ${address}`}`,
      flags: attachmentFlags(network),
      expandable: 'none',
    };
  },
  children: () => [],
  tooltip: ({ container, network }) =>
    facts(network.name, [
      ['Container', container.name],
      ['IPv4', network.ipv4],
      ['IPv6', network.ipv6],
      ['Network id', network.id.slice(0, 12)],
    ]),
};

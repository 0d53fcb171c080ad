import type { Container, Network } from '../../engine/model.ts';
import { formatCount } from '../../ui/format.ts';
import { networkFlags } from '../flags.ts';
import { userNode } from './container.ts';
import { facts, formatMoment } from './markdown.ts';
import type { NodeKind } from './nodeKind.ts';

export const network: NodeKind<'network'> = {
  view({ network, users }) {
    const parts = [
      network.driver,
      ...network.subnets.map(({ subnet }) => subnet),
      ...(network.internal ? ['internal'] : []),
      users.length === 0 ? 'unused' : formatCount(users.length, 'container'),
    ];
    return {
      label: network.name,
      description: parts.join(' · '),
      icon: {
        id: network.builtIn ? 'server-environment' : 'type-hierarchy-sub',
        ...(users.length === 0 ? { color: 'disabledForeground' } : {}),
      },
      accessibilityLabel: `${network.builtIn ? 'built-in network' : 'network'} ${network.name}, ${parts.join(', ')}`,
      flags: networkFlags(network, users),
      expandable: users.length === 0 ? 'none' : 'collapsed',
    };
  },
  children: ({ id, network, users }) =>
    users.map((container) => userNode(container, { of: id, use: addressOf(container, network) })),
  tooltip: ({ network, users }) =>
    facts(network.name, [
      ['Driver', network.driver],
      [
        'Subnets',
        network.subnets.map(({ subnet, gateway }) =>
          gateway === undefined ? subnet : `${subnet}, gateway ${gateway}`,
        ),
      ],
      ['Containers', users.map((container) => `${container.name} ${addressOf(container, network)}`)],
      ['Internal', network.internal ? 'no way out' : undefined],
      ['Attachable', network.attachable ? 'by containers outside the Swarm too' : undefined],
      ['IPv6', network.ipv6 ? 'on' : undefined],
      ['Options', Object.entries(network.options).map(([key, value]) => `${key}=${value}`)],
      ['Created', network.createdAt === 0 ? undefined : formatMoment(network.createdAt)],
      ['Scope', network.scope === 'local' ? undefined : network.scope],
      ['Id', network.id.slice(0, 12)],
    ]),
};

/** A container that does not run has no address. */
function addressOf({ networks }: Container, { id, name }: Network): string {
  const attachment = networks.find((one) => one.id === id || (one.id === '' && one.name === name));
  return [attachment?.ipv4, attachment?.ipv6].filter((part) => part !== undefined).join(', ');
}

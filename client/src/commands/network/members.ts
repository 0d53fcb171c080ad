import type { Container, Network } from '../../engine/model.ts';
import { stateIcon } from '../../tree/nodes/containerState.ts';
import { usersOfNetwork } from '../../tree/nodes/users.ts';
import type { Choice } from '../../ui/ui.ts';
import { containerName } from '../names.ts';

/** Whether a container is in a network, or will be when it starts. */
export function isIn(container: Container, network: Network): boolean {
  return usersOfNetwork(network, [container]).length > 0;
}

export function networkRow(network: Network): Choice<Network> {
  const { name, driver, subnets } = network;
  return {
    label: name,
    description: [driver, ...subnets.map(({ subnet }) => subnet)].join(' • '),
    icon: 'type-hierarchy',
    value: network,
  };
}

export function containerRow(container: Container): Choice<Container> {
  return {
    label: containerName(container),
    description: container.status,
    icon: stateIcon(container).id,
    value: container,
  };
}

import { usersOfNetwork } from '../../tree/nodes/users.ts';
import { defineCommand } from '../command.ts';
import { changeContainers } from '../container/change.ts';
import { containerRow } from './members.ts';

export const disconnectNetwork = defineCommand({
  id: 'gantry.network.disconnect',
  title: 'Disconnect containers…',
  icon: 'debug-disconnect',
  on: 'network',
  many: false,
  when: ['used'],
  placement: { menu: '1_connect@2' },
  async run(context, [network]) {
    if (!network) return;
    const { engine, ui } = context;
    const users = usersOfNetwork(network, await engine.containers.list());
    if (users.length === 0) {
      await ui.notify({ severity: 'info', text: `No container is in ${network.name}.` });
      return;
    }
    const containers = await ui.pickMany({
      title: `Disconnect from ${network.name}`,
      placeholder: 'Which containers?',
      choices: users.map(containerRow),
    });
    if (!containers || containers.length === 0) return;
    await changeContainers(context, containers, {
      doing: `Disconnecting from ${network.name}:`,
      done: `disconnected from ${network.name}`,
      run: ({ id }) => engine.networks.disconnect(network.id, id),
    });
  },
});

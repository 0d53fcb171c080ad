import { defineCommand } from '../command.ts';
import { containerName } from '../names.ts';
import { isIn, networkRow } from '../network/members.ts';

export const disconnectContainer = defineCommand({
  id: 'gantry.container.disconnect',
  title: 'Disconnect from network…',
  icon: 'debug-disconnect',
  on: 'container',
  many: false,
  placement: { menu: '4_change@6' },
  async run({ engine, ui }, [container]) {
    if (!container) return;
    const networks = (await engine.networks.list()).filter((network) => isIn(container, network));
    if (networks.length === 0) {
      await ui.notify({ severity: 'info', text: `${containerName(container)} is in no network.` });
      return;
    }
    const network = await ui.pick({
      title: `Disconnect ${containerName(container)}`,
      placeholder: 'From which network?',
      choices: networks.map(networkRow),
    });
    if (network) await engine.networks.disconnect(network.id, container.id);
  },
});

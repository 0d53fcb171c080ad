import { formatNames } from '../../ui/format.ts';
import { defineCommand } from '../command.ts';
import { containerName } from '../names.ts';
import { connectWith } from '../network/connectWith.ts';
import { isIn, networkRow } from '../network/members.ts';

export const connectContainer = defineCommand({
  id: 'gantry.container.connect',
  title: 'Connect to network…',
  icon: 'plug',
  on: 'container',
  many: true,
  placement: { menu: '4_change@5' },
  async run(context, containers) {
    const { engine, ui } = context;
    const networks = (await engine.networks.list()).filter(
      (network) => !['host', 'none'].includes(network.name) && containers.some((one) => !isIn(one, network)),
    );
    if (networks.length === 0) {
      const text = 'There is no other network to connect to.';
      if ((await ui.notify({ severity: 'info', text, actions: ['Create network…'] })) !== undefined)
        await ui.run('gantry.networks.create');
      return;
    }
    const network = await ui.pick({
      title: `Connect ${formatNames(containers.map(containerName))}`,
      placeholder: 'To which network?',
      choices: networks.map(networkRow),
    });
    if (network) await connectWith(context, { network, containers: containers.filter((one) => !isIn(one, network)) });
  },
});

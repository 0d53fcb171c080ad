import { defineCommand } from '../command.ts';
import { connectWith } from './connectWith.ts';
import { containerRow, isIn } from './members.ts';

export const connectNetwork = defineCommand({
  id: 'gantry.network.connect',
  title: 'Connect containers…',
  icon: 'plug',
  on: 'network',
  many: false,
  placement: { menu: '1_connect@1' },
  async run(context, [network]) {
    if (!network) return;
    const { engine, ui } = context;
    const free = (await engine.containers.list()).filter((container) => !isIn(container, network));
    if (free.length === 0) {
      await ui.notify({ severity: 'info', text: `There is no container that ${network.name} has not got already.` });
      return;
    }
    const containers = await ui.pickMany({
      title: `Connect to ${network.name}`,
      placeholder: 'Which containers?',
      choices: free.map(containerRow),
    });
    if (containers && containers.length > 0) await connectWith(context, { network, containers });
  },
});

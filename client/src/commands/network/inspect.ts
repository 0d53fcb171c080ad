import { defineCommand } from '../command.ts';

export const inspectNetwork = defineCommand({
  id: 'gantry.network.inspect',
  title: 'Inspect',
  icon: 'json',
  on: 'network',
  many: false,
  placement: { menu: '2_look@1' },
  async run({ engine, ui }, [network]) {
    if (!network) return;
    const record = await engine.networks.inspect(network.id);
    await ui.showDocument({ name: `${network.name}.json`, text: `${JSON.stringify(record, null, 2)}\n` });
  },
});

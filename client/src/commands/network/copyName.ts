import { defineCommand } from '../command.ts';

export const copyNetworkName = defineCommand({
  id: 'gantry.network.copyName',
  title: 'Copy name',
  on: 'network',
  many: true,
  placement: { menu: '5_copy@1' },
  run: ({ ui }, networks) => ui.copy(networks.map(({ name }) => name).join('\n')),
});

import { defineCommand } from '../command.ts';

export const copyNetworkAddress = defineCommand({
  id: 'gantry.attachment.copyAddress',
  title: 'Copy address',
  icon: 'copy',
  on: 'attachment',
  many: false,
  when: ['addressed'],
  placement: { inline: 1, menu: '5_copy@1', hiddenInPalette: true },
  async run({ ui }, [target]) {
    const address = target?.network.ipv4 ?? target?.network.ipv6;
    if (address !== undefined) await ui.copy(address);
  },
});

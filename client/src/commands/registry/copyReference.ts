import { defineCommand } from '../command.ts';

export const copyRemoteReference = defineCommand({
  id: 'gantry.remoteTag.copyReference',
  title: 'Copy reference',
  icon: 'copy',
  on: 'remoteTag',
  many: true,
  placement: { inline: 2, menu: '5_copy@1', hiddenInPalette: true },
  async run({ ui }, tags) {
    await ui.copy(tags.map(({ reference }) => reference).join('\n'));
  },
});

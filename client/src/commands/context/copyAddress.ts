import { defineCommand } from '../command.ts';

export const copyContextAddress = defineCommand({
  id: 'gantry.context.copyAddress',
  title: 'Copy address',
  on: 'context',
  many: false,
  placement: { menu: '5_copy@1', hiddenInPalette: true },
  async run({ ui }, [context]) {
    if (context) await ui.copy(context.host);
  },
});

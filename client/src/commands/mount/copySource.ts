import { defineCommand } from '../command.ts';

export const copyMountSource = defineCommand({
  id: 'gantry.mount.copySource',
  title: 'Copy source',
  on: 'mount',
  many: false,
  placement: { menu: '5_copy@1', hiddenInPalette: true },
  async run({ ui }, [target]) {
    if (target) await ui.copy(target.mount.name ?? target.mount.source);
  },
});

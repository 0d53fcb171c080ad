import { defineCommand } from '../command.ts';

export const copyVolumeName = defineCommand({
  id: 'gantry.volume.copyName',
  title: 'Copy name',
  on: 'volume',
  many: true,
  placement: { menu: '5_copy@1' },
  run: ({ ui }, volumes) => ui.copy(volumes.map(({ name }) => name).join('\n')),
});

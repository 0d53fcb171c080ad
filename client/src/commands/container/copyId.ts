import { defineCommand } from '../command.ts';

export const copyContainerId = defineCommand({
  id: 'gantry.container.copyId',
  title: 'Copy id',
  on: 'container',
  many: true,
  placement: { menu: '5_copy@2' },
  run: ({ ui }, containers) => ui.copy(containers.map(({ id }) => id).join('\n')),
});

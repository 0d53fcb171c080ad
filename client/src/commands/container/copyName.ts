import { defineCommand } from '../command.ts';

export const copyContainerName = defineCommand({
  id: 'gantry.container.copyName',
  title: 'Copy name',
  on: 'container',
  many: true,
  placement: { menu: '5_copy@1' },
  run: ({ ui }, containers) => ui.copy(containers.map(({ name }) => name).join('\n')),
});

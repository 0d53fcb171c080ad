import { defineCommand } from '../command.ts';

export const copyImageId = defineCommand({
  id: 'gantry.image.copyId',
  title: 'Copy id',
  on: 'image',
  many: true,
  placement: { menu: '5_copy@2' },
  run: ({ ui }, targets) => ui.copy([...new Set(targets.map(({ image }) => image.id))].join('\n')),
});

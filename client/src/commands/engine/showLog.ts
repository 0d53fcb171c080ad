import { defineCommand } from '../command.ts';

export const showLog = defineCommand({
  id: 'gantry.showLog',
  title: 'Show log',
  placement: { title: { views: ['gantry.containers', 'gantry.images'], group: '9_engine@5' } },
  run: async ({ ui }) => {
    ui.log.show();
  },
});

import { viewIds } from '../../tree/viewOptions.ts';
import { defineCommand } from '../command.ts';

export const showLog = defineCommand({
  id: 'gantry.showLog',
  title: 'Show log',
  placement: { title: { views: viewIds, group: '9_engine@5' } },
  run: async ({ ui }) => {
    ui.log.show();
  },
});

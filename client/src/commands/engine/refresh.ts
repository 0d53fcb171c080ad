import { viewIds } from '../../tree/viewOptions.ts';
import { defineCommand } from '../command.ts';

export const refresh = defineCommand({
  id: 'gantry.refresh',
  title: 'Refresh',
  icon: 'refresh',
  placement: { title: { views: viewIds, group: '9_engine@1' } },
  async run({ details, store }) {
    details.forget();
    await store.refresh();
  },
});

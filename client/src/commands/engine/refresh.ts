import { defineCommand } from '../command.ts';

export const refresh = defineCommand({
  id: 'gantry.refresh',
  title: 'Refresh containers and images',
  icon: 'refresh',
  placement: { title: { views: ['gantry.containers', 'gantry.images'], group: '9_engine@1' } },
  run: ({ store }) => store.refresh(),
});

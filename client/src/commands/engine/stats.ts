import { defineCommand } from '../command.ts';

export const showAllStats = defineCommand({
  id: 'gantry.engine.stats',
  title: 'Show stats of all running containers',
  icon: 'graph-line',
  placement: { title: { views: ['gantry.containers'], group: '1_show@4' } },
  async run({ services }) {
    await services.showStats({ id: 'all', name: 'all containers', includes: () => true });
  },
});

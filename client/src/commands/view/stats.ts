import { defineCommand } from '../command.ts';

export const showStats = defineCommand({
  id: 'gantry.containers.showStats',
  title: 'Show CPU and memory',
  enablement: '!gantry.containers.stats',
  placement: { title: { views: ['gantry.containers'], group: '1_show@3', when: '!gantry.containers.stats' } },
  async run({ views }) {
    views['gantry.containers'].choose({ stats: true });
  },
});

export const hideStats = defineCommand({
  id: 'gantry.containers.hideStats',
  title: 'Hide CPU and memory',
  enablement: 'gantry.containers.stats',
  placement: { title: { views: ['gantry.containers'], group: '1_show@3', when: 'gantry.containers.stats' } },
  async run({ views }) {
    views['gantry.containers'].choose({ stats: false });
  },
});

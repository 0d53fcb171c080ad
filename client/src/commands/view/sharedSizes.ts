import { defineCommand } from '../command.ts';

export const showSharedSizes = defineCommand({
  id: 'gantry.images.showSharedSizes',
  title: 'Show shared sizes',
  enablement: '!gantry.images.stats',
  placement: { title: { views: ['gantry.images'], group: '1_show@2', when: '!gantry.images.stats' } },
  async run({ views }) {
    views['gantry.images'].choose({ stats: true });
  },
});

export const hideSharedSizes = defineCommand({
  id: 'gantry.images.hideSharedSizes',
  title: 'Hide shared sizes',
  enablement: 'gantry.images.stats',
  placement: { title: { views: ['gantry.images'], group: '1_show@2', when: 'gantry.images.stats' } },
  async run({ views }) {
    views['gantry.images'].choose({ stats: false });
  },
});

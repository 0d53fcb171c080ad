import { defineCommand } from '../command.ts';

export const refreshContexts = defineCommand({
  id: 'gantry.contexts.refresh',
  title: 'Read the contexts again',
  icon: 'refresh',
  placement: { title: { views: ['gantry.contexts'], group: 'navigation@2' } },
  async run({ details }) {
    details.forget(({ about }) => about === 'contexts' || about === 'context');
  },
});

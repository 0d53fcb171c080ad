import { defineCommand } from '../command.ts';

export const refreshSwarm = defineCommand({
  id: 'gantry.swarm.refresh',
  title: 'Read the Swarm again',
  icon: 'refresh',
  placement: { title: { views: ['gantry.swarm'], group: 'navigation@1' } },
  enablement: 'gantry.swarm.manager',
  async run({ details }) {
    details.forget(({ about }) => about === 'swarm' || about === 'tasks');
  },
});

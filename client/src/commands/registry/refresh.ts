import { defineCommand } from '../command.ts';

export const refreshRegistries = defineCommand({
  id: 'gantry.registries.refresh',
  title: 'Read the registries again',
  icon: 'refresh',
  placement: { title: { views: ['gantry.registries'], group: 'navigation@1' } },
  async run({ details }) {
    details.forget(({ about }) => about === 'registries' || about === 'repositories' || about === 'tags');
  },
});

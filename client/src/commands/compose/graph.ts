import { defineCommand } from '../command.ts';
import { fileOf } from './project.ts';

export const showServiceGraph = defineCommand({
  id: 'gantry.compose.showGraph',
  title: 'Show service graph',
  icon: 'type-hierarchy',
  on: 'composeProject',
  many: false,
  placement: { menu: '2_look@5', editor: '2_gantry@8', editorTitle: 'navigation@2' },
  async run(context, [target]) {
    const path = await fileOf(context, target);
    if (path !== undefined) await context.services.showServiceGraph(path);
  },
});

import { defineCommand } from '../command.ts';
import { fileOf } from './project.ts';

export const showComposeConfig = defineCommand({
  id: 'gantry.compose.showConfig',
  title: 'Show effective configuration',
  icon: 'open-preview',
  on: 'composeProject',
  many: false,
  placement: { menu: '2_look@6', editor: '2_gantry@9', editorTitle: 'navigation@3' },
  async run(context, [target]) {
    const path = await fileOf(context, target);
    if (path !== undefined) await context.services.showEffectiveConfig(path, 'beside');
  },
});

export const compareComposeConfig = defineCommand({
  id: 'gantry.compose.compareConfig',
  title: 'Compare with effective configuration',
  icon: 'diff',
  on: 'composeProject',
  many: false,
  placement: { editor: '2_gantry@10', editorTitle: '2_gantry@10' },
  async run(context, [target]) {
    const path = await fileOf(context, target);
    if (path !== undefined) await context.services.showEffectiveConfig(path, 'compared');
  },
});

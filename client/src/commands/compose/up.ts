import { defineCommand } from '../command.ts';
import { prepare, runCompose } from './run.ts';

export const composeUp = defineCommand({
  id: 'gantry.compose.up',
  title: 'Compose up',
  icon: 'play',
  on: 'composeProject',
  many: false,
  needsTrust: true,
  placement: { menu: '0_compose@1', editor: '2_gantry@1', editorTitle: 'navigation@1' },
  async run(context, [target]) {
    const ready = await prepare(context, target);
    if (ready) await runCompose(context, ready, { command: ['up', '--detach'] });
  },
});

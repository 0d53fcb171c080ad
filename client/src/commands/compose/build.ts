import { defineCommand } from '../command.ts';
import { allProfiles, prepare, runCompose } from './run.ts';

export const composeBuild = defineCommand({
  id: 'gantry.compose.build',
  title: 'Compose build',
  icon: 'tools',
  on: 'composeProject',
  many: false,
  needsTrust: true,
  placement: { menu: '0_compose@5', editor: '2_gantry@5', editorTitle: '2_gantry@5' },
  async run(context, [target]) {
    const ready = await prepare(context, target);
    if (ready) await runCompose(context, ready, { command: ['build'], profiles: allProfiles(ready.project) });
  },
});

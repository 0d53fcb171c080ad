import { defineCommand } from '../command.ts';
import { allProfiles, prepare, runCompose } from './run.ts';

export const composePull = defineCommand({
  id: 'gantry.compose.pull',
  title: 'Compose pull',
  icon: 'cloud-download',
  on: 'composeProject',
  many: false,
  needsTrust: true,
  placement: { menu: '0_compose@4', editor: '2_gantry@4', editorTitle: '2_gantry@4' },
  async run(context, [target]) {
    const ready = await prepare(context, target);
    if (ready) await runCompose(context, ready, { command: ['pull'], profiles: allProfiles(ready.project) });
  },
});

import { defineCommand } from '../command.ts';
import { restartContainers } from '../group/restart.ts';
import { serviceOf } from '../../tree/nodes/compose.ts';
import { containersOf, openProject } from './project.ts';
import { allProfiles, prepare, runCompose } from './run.ts';

export const composeRestart = defineCommand({
  id: 'gantry.compose.restart',
  title: 'Compose restart',
  icon: 'debug-restart',
  on: 'composeProject',
  many: false,
  needsTrust: true,
  placement: { editor: '2_gantry@6', editorTitle: '2_gantry@6' },
  async run(context, [target]) {
    if (!target) return;
    if ((await context.services.composeCli()) !== undefined) {
      const ready = await prepare(context, target);
      if (ready) await runCompose(context, ready, { command: ['restart'], profiles: allProfiles(ready.project) });
      return;
    }
    // The engine can do this by itself.
    const project = await openProject(context, target);
    if (typeof project === 'string') return;
    await context.store.ready();
    const meant = containersOf(context, project.name).filter(
      (container) => project.services.length === 0 || project.services.includes(serviceOf(container) ?? ''),
    );
    await restartContainers(context, [{ project: project.name, containers: meant }]);
  },
});

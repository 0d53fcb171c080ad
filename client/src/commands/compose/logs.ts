import type { Container } from '../../engine/model.ts';
import { projectOf, serviceOf } from '../../tree/nodes/compose.ts';
import { shortName } from '../../tree/nodes/container.ts';
import { openLogs } from '../container/logDocument.ts';
import { defineCommand } from '../command.ts';
import { openProject } from './project.ts';
import { whatOf } from './run.ts';

export const composeLogs = defineCommand({
  id: 'gantry.compose.logs',
  title: 'Show logs of a compose file’s containers',
  icon: 'output',
  on: 'composeProject',
  many: false,
  placement: { editor: '2_gantry@7', editorTitle: '2_gantry@7' },
  async run(context, [target]) {
    if (!target) return;
    const project = await openProject(context, target);
    if (typeof project === 'string') return;
    const { name, services } = project;
    const isMeant = (container: Container): boolean =>
      projectOf(container) === name && (services.length === 0 || services.includes(serviceOf(container) ?? ''));
    await context.store.ready();
    const containers = [...context.store.containers.values()].filter(isMeant);
    if (containers.length === 0) {
      const text = `Nothing of ${whatOf(project)} has been started yet. Its logs are here once it has.`;
      await context.ui.notify({ severity: 'info', text });
      return;
    }
    await openLogs(context, {
      name: [name, ...services].join(' '),
      id: ['project', name, ...services].join(' '),
      containers,
      nameOf: shortName,
      joins: isMeant,
    });
  },
});

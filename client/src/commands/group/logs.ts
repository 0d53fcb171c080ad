import { projectOf } from '../../tree/nodes/compose.ts';
import { shortName } from '../../tree/nodes/container.ts';
import { openLogs } from '../container/logDocument.ts';
import { defineCommand } from '../command.ts';

export const showGroupLogs = defineCommand({
  id: 'gantry.containerGroup.logs',
  title: 'Show logs of all',
  icon: 'output',
  on: 'containerGroup',
  many: false,
  placement: { inline: 4, menu: '2_look@1' },
  async run(context, [group]) {
    if (!group) return;
    const { project, containers } = group;
    await openLogs(context, {
      name: project,
      id: `project ${project}`,
      containers,
      nameOf: shortName,
      joins: (container) => projectOf(container) === project,
    });
  },
});

import { formatNames } from '../../ui/format.ts';
import { defineCommand } from '../command.ts';
import { containerName } from '../names.ts';
import { openLogs } from './logDocument.ts';

export const showContainerLogs = defineCommand({
  id: 'gantry.container.logs',
  title: 'Show logs',
  icon: 'output',
  on: 'container',
  many: true,
  placement: { inline: 3, menu: '2_look@1' },
  run: (context, containers) =>
    openLogs(context, {
      name: formatNames(containers.map(containerName), 2),
      id: containers.map(({ id }) => id).join(' '),
      containers,
      nameOf: containerName,
    }),
});

import { defineCommand } from '../command.ts';
import { changeContainers } from './change.ts';

export const stopContainer = defineCommand({
  id: 'gantry.container.stop',
  title: 'Stop',
  icon: 'debug-stop',
  on: 'container',
  many: true,
  when: ['running', 'restarting', 'paused'],
  placement: { inline: 1, menu: '1_run@2' },
  run: (context, containers) =>
    changeContainers(context, containers, {
      doing: 'Stopping',
      done: 'stopped',
      run: ({ id }) => context.engine.containers.stop(id),
    }),
});

import { defineCommand } from '../command.ts';
import { changeContainers } from './change.ts';

export const restartContainer = defineCommand({
  id: 'gantry.container.restart',
  title: 'Restart',
  icon: 'debug-restart',
  on: 'container',
  many: true,
  when: ['running', 'restarting', 'exited'],
  placement: { inline: { position: 2, when: ['running', 'restarting'] }, menu: '1_run@3' },
  run: (context, containers) =>
    changeContainers(context, containers, {
      doing: 'Restarting',
      done: 'restarted',
      run: ({ id }) => context.engine.containers.restart(id),
    }),
});

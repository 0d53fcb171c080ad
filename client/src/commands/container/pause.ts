import { defineCommand } from '../command.ts';
import { changeContainers } from './change.ts';

export const pauseContainer = defineCommand({
  id: 'gantry.container.pause',
  title: 'Pause',
  icon: 'debug-pause',
  on: 'container',
  many: true,
  when: ['running'],
  placement: { menu: '1_run@4' },
  run: (context, containers) =>
    changeContainers(context, containers, {
      doing: 'Pausing',
      done: 'paused',
      run: ({ id }) => context.engine.containers.pause(id),
    }),
});

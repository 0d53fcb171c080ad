import { defineCommand } from '../command.ts';
import { changeContainers } from './change.ts';

export const startContainer = defineCommand({
  id: 'gantry.container.start',
  title: 'Start',
  icon: 'debug-start',
  on: 'container',
  many: true,
  when: ['created', 'exited'],
  placement: { inline: 1, menu: '1_run@1' },
  run: (context, containers) =>
    changeContainers(context, containers, {
      doing: 'Starting',
      done: 'started',
      run: ({ id }) => context.engine.containers.start(id),
    }),
});

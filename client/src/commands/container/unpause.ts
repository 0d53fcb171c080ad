import { defineCommand } from '../command.ts';
import { changeContainers } from './change.ts';

export const unpauseContainer = defineCommand({
  id: 'gantry.container.unpause',
  title: 'Unpause',
  icon: 'debug-continue',
  on: 'container',
  many: true,
  when: ['paused'],
  placement: { inline: 2, menu: '1_run@4' },
  run: (context, containers) =>
    changeContainers(context, containers, {
      doing: 'Unpausing',
      done: 'unpaused',
      run: ({ id }) => context.engine.containers.unpause(id),
    }),
});

import { defineCommand } from '../command.ts';
import { changeGroups } from './change.ts';
import { startOrder } from './group.ts';

export const startGroup = defineCommand({
  id: 'gantry.containerGroup.start',
  title: 'Start all',
  icon: 'debug-start',
  on: 'containerGroup',
  many: true,
  when: ['partial', 'stopped'],
  placement: { inline: 1, menu: '1_run@1' },
  run: (context, groups) =>
    changeGroups(context, groups, {
      doing: 'Starting',
      done: 'started',
      of: ({ state }) => state === 'created' || state === 'exited',
      order: startOrder,
      run: ({ id }) => context.engine.containers.start(id),
    }),
});

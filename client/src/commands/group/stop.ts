import { defineCommand } from '../command.ts';
import { changeGroups } from './change.ts';
import { startOrder } from './group.ts';

export const stopGroup = defineCommand({
  id: 'gantry.containerGroup.stop',
  title: 'Stop all',
  icon: 'debug-stop',
  on: 'containerGroup',
  many: true,
  when: ['partial', 'running'],
  placement: { inline: 2, menu: '1_run@2' },
  run: (context, groups) =>
    changeGroups(context, groups, {
      doing: 'Stopping',
      done: 'stopped',
      of: ({ state }) => state === 'running' || state === 'paused' || state === 'restarting',
      order: (containers) => startOrder(containers).reverse(),
      run: ({ id }) => context.engine.containers.stop(id),
    }),
});

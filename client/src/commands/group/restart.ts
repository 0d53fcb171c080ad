import { defineCommand } from '../command.ts';
import { changeGroups } from './change.ts';
import { startOrder } from './group.ts';

export const restartGroup = defineCommand({
  id: 'gantry.containerGroup.restart',
  title: 'Restart all',
  icon: 'debug-restart',
  on: 'containerGroup',
  many: true,
  placement: { inline: 3, menu: '1_run@3' },
  run: (context, groups) =>
    changeGroups(context, groups, {
      doing: 'Restarting',
      done: 'restarted',
      of: ({ state }) => state !== 'dead' && state !== 'removing' && state !== 'paused',
      order: startOrder,
      run: ({ id }) => context.engine.containers.restart(id),
    }),
});

import { defineCommand, type CommandContext, type ContainerGroup } from '../command.ts';
import { changeGroups } from './change.ts';
import { startOrder } from './group.ts';

export const restartGroup = defineCommand({
  id: 'gantry.containerGroup.restart',
  title: 'Restart all',
  icon: 'debug-restart',
  on: 'containerGroup',
  many: true,
  placement: { inline: 3, menu: '1_run@3' },
  run: (context, groups) => restartContainers(context, groups),
});

/** Restarts the containers of compose projects, what is needed before what needs it. */
export async function restartContainers(context: CommandContext, groups: readonly ContainerGroup[]): Promise<void> {
  await changeGroups(context, groups, {
    doing: 'Restarting',
    done: 'restarted',
    of: ({ state }) => state !== 'dead' && state !== 'removing' && state !== 'paused',
    order: startOrder,
    run: ({ id }) => context.engine.containers.restart(id),
  });
}

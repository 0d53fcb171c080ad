import { defineCommand, type CommandContext, type ContainerSet } from '../command.ts';
import { removeContainers } from '../container/remove.ts';
import { restartGroup } from '../group/restart.ts';
import { startGroup } from '../group/start.ts';
import { stopGroup } from '../group/stop.ts';

/** What is done to all containers of a set, as to those of a compose project. */
const asGroups = (sets: readonly ContainerSet[]): { project: string; containers: ContainerSet['containers'] }[] =>
  sets.map(({ name, containers }) => ({ project: name, containers }));

export const startSet = defineCommand({
  id: 'gantry.containerSet.start',
  title: 'Start all',
  icon: 'debug-start',
  on: 'containerSet',
  many: true,
  when: ['partial', 'stopped'],
  placement: { inline: 1, menu: '1_run@1', hiddenInPalette: true },
  run: (context, sets) => startGroup.run(context, asGroups(sets)),
});

export const stopSet = defineCommand({
  id: 'gantry.containerSet.stop',
  title: 'Stop all',
  icon: 'debug-stop',
  on: 'containerSet',
  many: true,
  when: ['partial', 'running'],
  placement: { inline: 2, menu: '1_run@2', hiddenInPalette: true },
  run: (context, sets) => stopGroup.run(context, asGroups(sets)),
});

export const restartSet = defineCommand({
  id: 'gantry.containerSet.restart',
  title: 'Restart all',
  icon: 'debug-restart',
  on: 'containerSet',
  many: true,
  placement: { inline: 3, menu: '1_run@3', hiddenInPalette: true },
  run: (context, sets) => restartGroup.run(context, asGroups(sets)),
});

export const removeSet = defineCommand({
  id: 'gantry.containerSet.remove',
  title: 'Remove all containers…',
  icon: 'trash',
  on: 'containerSet',
  many: true,
  placement: { menu: '9_remove@1', hiddenInPalette: true },
  run: (context: CommandContext, sets) =>
    removeContainers(
      context,
      sets.flatMap(({ containers }) => containers),
    ),
});

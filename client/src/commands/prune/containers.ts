import { defineCommand } from '../command.ts';
import { prunableContainers } from './kinds/containers.ts';
import { prune } from './prune.ts';

/** Removes stopped containers: those that are selected from a list of what goes and what it frees. */
export const pruneContainers = defineCommand({
  id: 'gantry.containers.prune',
  title: 'Prune containers…',
  placement: { title: { views: ['gantry.containers'], group: '2_prune@1' } },
  run: (context) =>
    prune(context, {
      things: 'containers',
      kinds: [prunableContainers],
      scopes: () => [
        {
          label: 'All stopped',
          detail: 'They do not run, or were never started',
          icon: 'stop-circle',
          none: 'there is no stopped container.',
          has: () => true,
        },
      ],
    }),
});

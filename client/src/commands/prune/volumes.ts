import { defineCommand } from '../command.ts';
import { prunableVolumes } from './kinds/volumes.ts';
import { prune } from './prune.ts';

/** Removes volumes that no container has: those that are selected from a list of what goes and what it frees. */
export const pruneVolumes = defineCommand({
  id: 'gantry.volumes.prune',
  title: 'Prune volumes…',
  placement: { title: { views: ['gantry.volumes'], group: '2_prune@1' } },
  run: (context) =>
    prune(context, {
      things: 'volumes',
      kinds: [prunableVolumes],
      scopes: () => [
        {
          label: 'Anonymous only',
          detail: 'The engine named them, and no container has them any more',
          icon: 'archive',
          none: 'no anonymous volume is unused.',
          has: ({ usual }) => usual,
        },
        {
          label: 'All unused',
          detail: 'No container has them, running or stopped; somebody may want their files all the same',
          icon: 'database',
          none: 'every volume is used by a container.',
          has: () => true,
        },
      ],
    }),
});

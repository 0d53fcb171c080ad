import { defineCommand } from '../command.ts';
import { prunableImages } from './kinds/images.ts';
import { prune } from './prune.ts';

/** Removes images that no container uses: those that are selected from a list of what goes and what it frees. */
export const pruneImages = defineCommand({
  id: 'gantry.images.prune',
  title: 'Prune images…',
  placement: { title: { views: ['gantry.images'], group: '2_prune@1' } },
  run: (context) =>
    prune(context, {
      things: 'images',
      kinds: [prunableImages],
      scopes: () => [
        {
          label: 'Dangling only',
          detail: 'No tag leads to them, and no container uses them',
          icon: 'circle-slash',
          none: 'no image is dangling.',
          has: ({ usual }) => usual,
        },
        {
          label: 'All unused',
          detail: 'No container uses them, running or stopped',
          icon: 'package',
          none: 'every image is used by a container.',
          has: () => true,
        },
      ],
    }),
});

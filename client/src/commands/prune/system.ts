import { defineCommand } from '../command.ts';
import { prunableBuildCache } from './kinds/buildCache.ts';
import { prunableContainers } from './kinds/containers.ts';
import { prunableImages } from './kinds/images.ts';
import { prunableNetworks } from './kinds/networks.ts';
import { prunableVolumes } from './kinds/volumes.ts';
import { prune } from './prune.ts';

/** Removes what is unused of every kind: what is selected from one list of what goes and what it frees. */
export const pruneSystem = defineCommand({
  id: 'gantry.system.prune',
  title: 'Prune everything unused…',
  placement: { title: { views: ['gantry.usage', 'gantry.containers'], group: '2_prune@3' } },
  run: (context) =>
    prune(context, {
      things: 'unused objects',
      kinds: [prunableContainers, prunableNetworks, prunableImages, prunableVolumes, prunableBuildCache],
      scopes: () => [
        {
          label: 'As docker system prune',
          detail: 'Stopped containers, unused networks, dangling images, build cache; no volumes',
          icon: 'trash',
          none: 'everything is in use.',
          has: ({ usual, noun }) => usual && noun !== 'volume',
        },
        {
          label: 'And anonymous volumes',
          detail: 'The same, and volumes that the engine named and no container has',
          icon: 'archive',
          none: 'everything is in use.',
          has: ({ usual }) => usual,
        },
        {
          label: 'Everything that is unused',
          detail: 'All images and volumes too that no container uses',
          icon: 'flame',
          none: 'everything is in use.',
          has: () => true,
        },
      ],
    }),
});

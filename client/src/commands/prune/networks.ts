import { defineCommand } from '../command.ts';
import { prunableNetworks } from './kinds/networks.ts';
import { prune } from './prune.ts';

/** Removes networks that no container is in: those that are selected from a list. */
export const pruneNetworks = defineCommand({
  id: 'gantry.networks.prune',
  title: 'Prune networks…',
  placement: { title: { views: ['gantry.networks'], group: '2_prune@1' } },
  run: (context) =>
    prune(context, {
      things: 'networks',
      kinds: [prunableNetworks],
      scopes: () => [
        {
          label: 'All unused',
          detail: 'No container is in them, running or stopped',
          icon: 'type-hierarchy',
          none: 'every network is used by a container.',
          has: () => true,
        },
      ],
    }),
});

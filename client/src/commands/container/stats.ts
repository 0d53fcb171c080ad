import { formatNames } from '../../ui/format.ts';
import { defineCommand } from '../command.ts';
import { containerName } from '../names.ts';

export const showContainerStats = defineCommand({
  id: 'gantry.container.stats',
  title: 'Show stats',
  icon: 'graph-line',
  on: 'container',
  many: true,
  when: ['running'],
  placement: { menu: '2_look@3' },
  async run({ services }, containers) {
    const ids = new Set(containers.map(({ id }) => id));
    if (ids.size === 0) return;
    await services.showStats({
      id: [...ids].sort().join(' '),
      name: formatNames(containers.map(containerName), 2),
      includes: ({ id }) => ids.has(id),
    });
  },
});

import { defineCommand } from '../command.ts';
import { removeContainers } from '../container/remove.ts';

export const removeGroup = defineCommand({
  id: 'gantry.containerGroup.remove',
  title: 'Remove all containers…',
  icon: 'trash',
  on: 'containerGroup',
  many: true,
  placement: { menu: '9_remove@1' },
  run: (context, groups) =>
    removeContainers(
      context,
      groups.flatMap(({ containers }) => containers),
    ),
});

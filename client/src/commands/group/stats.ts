import { projectOf } from '../../tree/nodes/compose.ts';
import { defineCommand } from '../command.ts';

export const showGroupStats = defineCommand({
  id: 'gantry.containerGroup.stats',
  title: 'Show stats of all',
  icon: 'graph-line',
  on: 'containerGroup',
  many: false,
  placement: { menu: '2_look@2' },
  async run({ services }, [group]) {
    if (!group) return;
    const { project } = group;
    await services.showStats({
      id: `project ${project}`,
      name: project,
      includes: (container) => projectOf(container) === project,
    });
  },
});

import { defineCommand } from '../command.ts';
import { containerName } from '../names.ts';
import { formatTable } from '../table.ts';

export const showProcesses = defineCommand({
  id: 'gantry.container.top',
  title: 'Show processes',
  icon: 'list-tree',
  on: 'container',
  many: false,
  when: ['running', 'paused'],
  placement: { menu: '2_look@3' },
  async run({ engine, ui }, [container]) {
    if (!container) return;
    const { titles, processes } = await engine.containers.top(container.id);
    const name = `${containerName(container)} processes.txt`;
    await ui.showDocument({ name, text: formatTable([titles, ...processes]) });
  },
});

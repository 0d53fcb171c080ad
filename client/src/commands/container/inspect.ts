import { defineCommand } from '../command.ts';
import { containerName } from '../names.ts';

export const inspectContainer = defineCommand({
  id: 'gantry.container.inspect',
  title: 'Inspect',
  icon: 'json',
  on: 'container',
  many: false,
  placement: { menu: '2_look@2' },
  async run({ engine, ui }, [container]) {
    if (!container) return;
    const record = await engine.containers.inspect(container.id);
    await ui.showDocument({ name: `${containerName(container)}.json`, text: `${JSON.stringify(record, null, 2)}\n` });
  },
});

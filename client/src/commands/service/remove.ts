import type { SwarmService } from '../../engine/port/swarm.ts';
import { formatCount, formatNames } from '../../ui/format.ts';
import { forEach, reportBulk } from '../bulk.ts';
import { defineCommand } from '../command.ts';

export const removeService = defineCommand({
  id: 'gantry.service.remove',
  title: 'Remove service…',
  icon: 'trash',
  on: 'service',
  many: true,
  placement: { menu: '9_remove@1', hiddenInPalette: true },
  async run({ details, engine, ui }, targets) {
    const names = targets.map(({ name }) => name);
    const running = targets.reduce((sum, service) => sum + service.running, 0);
    const confirmed = await ui.confirm({
      message: `Remove ${formatNames(names)}?`,
      detail: `${formatCount(running, 'running task')} will be stopped and removed with their containers. This cannot be undone.`,
      action: 'Remove',
    });
    if (!confirmed) return;
    const bulk = {
      ui,
      targets,
      name: ({ name }: SwarmService) => name,
      noun: 'service',
      doing: 'Removing',
      done: 'removed',
      run: ({ id }: SwarmService) => engine.swarm.remove('service', id),
    };
    await reportBulk(bulk, await forEach(bulk));
    details.forget(({ about }) => about === 'swarm');
  },
});

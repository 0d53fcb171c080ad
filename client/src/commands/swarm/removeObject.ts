import type { SwarmObject } from '../../engine/port/swarm.ts';
import { formatNames } from '../../ui/format.ts';
import { forEach, reportBulk } from '../bulk.ts';
import { defineCommand } from '../command.ts';

export const removeSwarmObject = defineCommand({
  id: 'gantry.swarmObject.remove',
  title: 'Remove…',
  icon: 'trash',
  on: 'swarmObject',
  many: true,
  placement: { menu: '9_remove@1', hiddenInPalette: true },
  async run({ details, engine, ui }, targets) {
    const confirmed = await ui.confirm({
      message: `Remove ${formatNames(targets.map(({ name }) => name))}?`,
      detail: 'What it holds cannot be had back from the Swarm. One that a service uses is refused.',
      action: 'Remove',
    });
    if (!confirmed) return;
    const bulk = {
      ui,
      targets,
      name: ({ name }: SwarmObject) => name,
      noun: 'object',
      doing: 'Removing',
      done: 'removed',
      run: ({ type, id }: SwarmObject) => engine.swarm.remove(type, id),
    };
    await reportBulk(bulk, await forEach(bulk));
    details.forget(({ about }) => about === 'swarm');
  },
});

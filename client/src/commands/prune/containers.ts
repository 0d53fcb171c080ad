import type { ContainerOperations } from '../../engine/engine.ts';
import { EngineError } from '../../engine/error.ts';
import { defineCommand } from '../command.ts';
import { idleContainers, isIdle } from './containerPlan.ts';
import { goneAlready } from './plan.ts';
import { sweep } from './sweep.ts';

/** Removes stopped containers: those that are selected from a list of what goes and what it frees. */
export const pruneContainers = defineCommand({
  id: 'gantry.containers.prune',
  title: 'Prune containers…',
  placement: { title: { views: ['gantry.containers'], group: '2_prune@1' } },
  async run({ engine: { containers }, ui }) {
    const idle = (await containers.list()).filter(isIdle);
    if (idle.length === 0) {
      await ui.notify({ severity: 'info', text: 'Nothing to prune: there is no stopped container.' });
      return;
    }
    const dismissed = new AbortController();
    const items = containers
      .sizes(
        idle.map(({ id }) => id),
        dismissed.signal,
      )
      .then((sizes) => idleContainers(idle, { sizes, now: Date.now() }));
    try {
      await sweep({
        ui,
        title: 'Prune containers',
        noun: 'container',
        icon: 'stop-circle',
        items,
        consequence: 'What was written into them and not into a volume is gone then. Volumes stay.',
        remove: ({ id }) => removeIdle(containers, id),
      });
    } finally {
      dismissed.abort();
    }
  },
});

async function removeIdle(containers: ContainerOperations, id: string): Promise<string | undefined> {
  const [now] = await containers.list({ ids: [id] });
  if (!now) return goneAlready;
  if (!isIdle(now)) return `It is ${now.state} now.`;
  try {
    await containers.remove(id);
  } catch (error) {
    if (error instanceof EngineError && error.kind === 'not-found') return goneAlready;
    throw error;
  }
  return undefined;
}

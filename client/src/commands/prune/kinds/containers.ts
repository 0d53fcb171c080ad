import { EngineError } from '../../../engine/error.ts';
import type { Container, ContainerState } from '../../../engine/model.ts';
import { formatAgo } from '../../../ui/elapsed.ts';
import { containerName } from '../../names.ts';
import { bySize, type PruneKind } from '../kind.ts';
import { goneAlready } from '../plan.ts';

/** What `docker container prune` takes. */
export const prunableContainers: PruneKind = {
  noun: 'container',
  icon: 'stop-circle',
  consequence: 'What was written into them and not into a volume is gone then. Volumes stay.',
  async find({ engine, containers, signal, now }) {
    const idle = containers.filter(isIdle);
    const ids = idle.map(({ id }) => id);
    return {
      count: idle.length,
      none: 'there is no stopped container.',
      items: engine.containers.sizes(ids, signal).then((sizes) =>
        idle
          .map((container) => ({
            id: container.id,
            name: containerName(container),
            noun: 'container',
            why: `${reason(container)} • ${container.image}`,
            age: `created ${formatAgo(container.createdAt, now)}`,
            since: container.createdAt,
            bytes: sizes.get(container.id),
            shares: false,
            usual: true,
            labels: container.labels,
            family: container.image,
          }))
          .sort(bySize),
      ),
    };
  },
  async remove({ containers }, { id }) {
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
  },
};

const idle: ReadonlySet<ContainerState> = new Set(['created', 'exited', 'dead']);

/** Whether a container does nothing and can do nothing before it is started again. */
export function isIdle({ state }: Pick<Container, 'state'>): boolean {
  return idle.has(state);
}

/** The engine's own words tell the exit code and since when. */
function reason({ state, status }: Container): string {
  if (state === 'created') return 'never started';
  return state === 'dead' ? `dead: ${status}` : status;
}

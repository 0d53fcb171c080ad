import type { Container, ContainerState } from '../../engine/model.ts';
import { formatAgo } from '../../ui/elapsed.ts';
import { containerName } from '../names.ts';
import type { Prunable } from './plan.ts';

const idle: ReadonlySet<ContainerState> = new Set(['created', 'exited', 'dead']);

/** Whether a container does nothing and can do nothing before it is started again: what `docker container prune` takes. */
export function isIdle({ state }: Pick<Container, 'state'>): boolean {
  return idle.has(state);
}

/** The idle containers with what each has written, the largest first. `sizes` in bytes by id. */
export function idleContainers(
  containers: readonly Container[],
  { sizes, now }: { sizes: ReadonlyMap<string, number>; now: number },
): Prunable[] {
  return containers
    .filter(isIdle)
    .map((container) => ({
      id: container.id,
      name: containerName(container),
      why: `${reason(container)} • ${container.image}`,
      age: `created ${formatAgo(container.createdAt, now)}`,
      bytes: sizes.get(container.id),
      shares: false,
    }))
    .sort((a, b) => (b.bytes ?? 0) - (a.bytes ?? 0) || a.name.localeCompare(b.name));
}

/** The engine's own words tell the exit code and since when. */
function reason({ state, status }: Container): string {
  if (state === 'created') return 'never started';
  return state === 'dead' ? `dead: ${status}` : status;
}

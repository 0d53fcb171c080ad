import type { Container } from '../engine/model.ts';
import { projectOf, serviceOf } from '../tree/nodes/compose.ts';

/** How the containers of a project or service are, all in all. */
export type Condition = 'down' | 'stopped' | 'partial' | 'running' | 'starting' | 'healthy' | 'unhealthy' | 'failed';

export interface ServiceState {
  readonly condition: Condition;
  /** For a person: `running, healthy`, `2/3 running`, `exited with code 1`. */
  readonly text: string;
}

/** The containers of a project, by service. */
export function byService(containers: Iterable<Container>, project: string): Map<string, Container[]> {
  const services = new Map<string, Container[]>();
  for (const container of containers) {
    const service = serviceOf(container);
    if (service === undefined || projectOf(container) !== project) continue;
    services.set(service, [...(services.get(service) ?? []), container]);
  }
  return services;
}

/** What there is to say of these containers together. */
export function stateOf(containers: readonly Container[]): ServiceState {
  const [only] = containers;
  if (!only) return { condition: 'down', text: 'not started' };
  const running = containers.filter(({ state }) => state === 'running');
  if (running.length === 0) return standing(containers, only);
  const counted = containers.length === 1 ? 'running' : `${running.length}/${containers.length} running`;
  const health = healthOf(running);
  const text = health === undefined ? counted : `${counted}, ${health}`;
  if (health === 'unhealthy') return { condition: 'unhealthy', text };
  if (running.length < containers.length) return { condition: 'partial', text };
  return { condition: health ?? 'running', text };
}

function standing(containers: readonly Container[], first: Container): ServiceState {
  const failed = containers.find(({ state, exitCode = 0 }) => state === 'exited' && !wanted.has(exitCode));
  const text =
    containers.length > 1
      ? `0/${containers.length} running`
      : first.state === 'exited'
        ? `exited with code ${first.exitCode ?? 0}`
        : first.state;
  return { condition: failed ? 'failed' : 'stopped', text };
}

/** What stopping and an ordinary end leave behind. */
const wanted: ReadonlySet<number> = new Set([0, 130, 137, 143]);

/** The worst of those that have a health check. */
function healthOf(running: readonly Container[]): 'unhealthy' | 'starting' | 'healthy' | undefined {
  return (['unhealthy', 'starting', 'healthy'] as const).find((word) => running.some(({ health }) => health === word));
}

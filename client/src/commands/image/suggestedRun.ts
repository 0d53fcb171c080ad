import type { Container, ImageDefaults, PortBinding } from '../../engine/model.ts';
import { repositoryOf } from '../../tree/nodes/reference.ts';

/** Programs that somebody wants to talk to. */
const interactive = /^(?:ba|da|a|z|k|fi)?sh$|^(?:python|node|irb|ghci|psql|mysql|redis-cli)[\d.]*$/u;

/** An image that serves nothing and starts a shell or the like is run in a terminal. */
export function isInteractive({ exposedPorts, command, entrypoint }: ImageDefaults): boolean {
  const [program = ''] = entrypoint.length > 0 ? entrypoint : command;
  const alone = entrypoint.length + command.length === 1;
  return exposedPorts.length === 0 && alone && interactive.test(program.replace(/^.*[\\/]/u, ''));
}

/** A name that no container has: the image's own, `web`, else with a number. */
export function suggestedName(reference: string, containers: Iterable<Pick<Container, 'name'>>): string {
  const base = repositoryOf(reference)
    .replace(/^.*\//u, '')
    .replaceAll(/[^a-zA-Z0-9_.-]/gu, '');
  const own = base.length > 1 ? base : 'container';
  const taken = new Set([...containers].map(({ name }) => name));
  for (let number = 1; ; number++) {
    const name = number === 1 ? own : `${own}-${number}`;
    if (!taken.has(name)) return name;
  }
}

/**
 * A port of the host for each port that the image exposes: the same one, else one that reads alike (80 is 8080, 443 is
 * 8443), else the next that is free. 0 leaves it to the engine.
 */
export async function suggestedPorts(
  { exposedPorts }: Pick<ImageDefaults, 'exposedPorts'>,
  isFree: (port: number) => Promise<boolean>,
): Promise<PortBinding[]> {
  const bindings: PortBinding[] = [];
  const given = new Set<number>();
  for (const { containerPort, protocol } of exposedPorts) {
    let hostPort = 0;
    for (const candidate of hostPorts(containerPort)) {
      if (given.has(candidate) || !(await isFree(candidate))) continue;
      hostPort = candidate;
      break;
    }
    given.add(hostPort);
    bindings.push({ containerPort, protocol, hostPort });
  }
  return bindings;
}

function hostPorts(port: number): number[] {
  const alike = port < 1024 ? port + 8000 : port;
  const more = Array.from({ length: 50 }, (_, index) => alike + index).filter((number) => number <= 65_535);
  return [...new Set([port, ...more])];
}

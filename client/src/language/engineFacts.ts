import type { EngineFacts, EngineQuestion } from '../../../server/src/protocol/requests.ts';
import type { Store } from '../store/store.ts';

const projectLabel = 'com.docker.compose.project';

/**
 * What the store has of what a compose project counts on; null unless it is connected and could list it all. Problems are
 * computed by themselves, so this connects to no engine.
 */
export function engineFacts(
  { state, volumes, networks, containers }: Pick<Store, 'state' | 'volumes' | 'networks' | 'containers'>,
  question: EngineQuestion,
): EngineFacts | null {
  if (state.kind !== 'live' || Object.keys(state.failures).length > 0) return null;
  const names = new Set(Array.from(networks.values(), ({ name }) => name));
  const ids = new Set(networks.keys());
  const ports = new Set(question.ports);
  return {
    volumes: question.volumes.filter((name) => volumes.has(name)),
    networks: question.networks.filter((name) => names.has(name) || ids.has(name)),
    taken: [...containers.values()].flatMap(({ name, state: running, ports: bindings, labels }) =>
      running !== 'running'
        ? []
        : bindings.flatMap(({ hostPort, hostIp, protocol }) =>
            hostPort !== undefined && ports.has(hostPort)
              ? [
                  {
                    port: hostPort,
                    protocol,
                    hostIp: hostIp ?? '',
                    container: name,
                    project: labels[projectLabel] ?? '',
                  },
                ]
              : [],
          ),
    ),
  };
}

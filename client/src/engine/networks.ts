import type { Connections } from './connections.ts';
import { EngineError } from './error.ts';
import type { NetworkOperations } from './port/network.ts';
import { toNetwork, toNetworkBody } from './translate/network.ts';
import { record, text, translateEach } from './translate/read.ts';
import type { HttpRequest } from './transport/http.ts';
import { idSegment } from './transport/path.ts';

/** The port's network operations over the Engine API. */
export function networkOperations(connections: Connections): NetworkOperations {
  const read = (request: HttpRequest): Promise<unknown> => connections.use((connection) => connection.read(request));
  const post = async (path: string, body: object, signal?: AbortSignal) =>
    record(await read({ method: 'POST', path, body: JSON.stringify(body), signal }));
  return {
    list: async (signal) =>
      translateEach(await read({ method: 'GET', path: '/networks', signal }), toNetwork, () => {
        connections.log.warn('A network was left out: its record has no id.');
      }),
    inspect: async (id, signal) => record(await read({ method: 'GET', path: `/networks/${idSegment(id)}`, signal })),
    create: async (options, signal) => {
      const answer = await post('/networks/create', toNetworkBody(options), signal);
      return { id: text(answer['Id']), warning: text(answer['Warning']) };
    },
    connect: async (id, container, { aliases, ipv4, ipv6 } = {}) => {
      const address = { IPv4Address: ipv4, IPv6Address: ipv6 };
      const settings = {
        ...(aliases && { Aliases: aliases }),
        ...((ipv4 ?? ipv6) !== undefined && { IPAMConfig: address }),
      };
      await post(`/networks/${idSegment(id)}/connect`, { Container: container, EndpointConfig: settings });
    },
    disconnect: async (id, container, { force = false } = {}) => {
      await post(`/networks/${idSegment(id)}/disconnect`, { Container: container, Force: force });
    },
    remove: async (id) => {
      await read({ method: 'DELETE', path: `/networks/${idSegment(id)}` }).catch(asConflict);
    },
  };
}

/** The engine forbids (403) what only the network's state forbids: containers that are in it, or that it is built in. */
function asConflict(error: unknown): never {
  if (!(error instanceof EngineError) || error.status !== 403) throw error;
  throw new EngineError('conflict', error.message, { cause: error, status: error.status });
}

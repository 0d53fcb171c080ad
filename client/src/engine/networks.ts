import type { Connections } from './connections.ts';
import type { NetworkOperations } from './engine.ts';
import { toNetwork } from './translate/network.ts';
import { translateEach } from './translate/read.ts';

/** The port's network operations over the Engine API. */
export function networkOperations(connections: Connections): NetworkOperations {
  return {
    async list(signal) {
      const answer = await connections.use((connection) =>
        connection.read({ method: 'GET', path: '/networks', signal }),
      );
      return translateEach(answer, toNetwork, () => {
        connections.log.warn('A network was left out: its record has no id.');
      });
    },
  };
}

import type { Connections } from './connections.ts';
import type { SystemOperations } from './port/system.ts';
import { toDiskUsage } from './translate/usage.ts';

/** The port's operations on the engine as a whole, over the Engine API. */
export function systemOperations(connections: Connections): SystemOperations {
  return {
    diskUsage: async (signal) =>
      toDiskUsage(
        await connections.use((connection) => connection.read({ method: 'GET', path: '/system/df', signal })),
        Date.now(),
      ),
  };
}

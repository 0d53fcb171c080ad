import type { Connections } from './connections.ts';
import { EngineError } from './error.ts';
import type { SystemOperations } from './port/system.ts';
import { number, record, text, texts } from './translate/read.ts';
import { toDiskUsage } from './translate/usage.ts';

/** The port's operations on the engine as a whole, over the Engine API. */
export function systemOperations(connections: Connections): SystemOperations {
  return {
    diskUsage: async (signal) =>
      toDiskUsage(
        await connections.use((connection) => connection.read({ method: 'GET', path: '/system/df', signal })),
        Date.now(),
      ),
    async pruneBuildCache(id) {
      if (!/^\w+$/.test(id)) throw new EngineError('invalid', `"${id}" is not the id of a build cache record.`);
      // BuildKit takes the id for a regular expression.
      const query = { all: true, filters: { id: [`^${id}$`] } };
      const answer = record(
        await connections.use((connection) => connection.read({ method: 'POST', path: '/build/prune', query })),
      );
      return { removed: texts(answer['CachesDeleted']), bytes: number(answer['SpaceReclaimed']) };
    },
    async info(signal) {
      const read = (path: string): Promise<unknown> =>
        connections.use((connection) => connection.read({ method: 'GET', path, signal }));
      const [version, info] = await Promise.all([read('/version'), read('/info')]);
      return { version: record(version), info: record(info) };
    },
    async checkCredentials({ serverAddress, username, password, identityToken }, signal) {
      const body = JSON.stringify({ serveraddress: serverAddress, username, password, identitytoken: identityToken });
      const answer = record(
        await connections.use((connection) => connection.read({ method: 'POST', path: '/auth', body, signal })),
      );
      const token = text(answer['IdentityToken']);
      return token === '' ? {} : { identityToken: token };
    },
  };
}

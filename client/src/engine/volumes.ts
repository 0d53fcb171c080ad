import type { Connections } from './connections.ts';
import type { VolumeOperations } from './engine.ts';
import { record, translateEach } from './translate/read.ts';
import { toVolume } from './translate/volume.ts';

/** The port's volume operations over the Engine API. */
export function volumeOperations(connections: Connections): VolumeOperations {
  return {
    async list(signal) {
      const answer = await connections.use((connection) =>
        connection.read({ method: 'GET', path: '/volumes', signal }),
      );
      return translateEach(record(answer)['Volumes'], toVolume, () => {
        connections.log.warn('A volume was left out: its record has no name.');
      });
    },
  };
}

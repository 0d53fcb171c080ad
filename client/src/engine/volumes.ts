import type { Connections } from './connections.ts';
import { EngineError } from './error.ts';
import type { VolumeOperations } from './port/volume.ts';
import { record, translateEach } from './translate/read.ts';
import { toVolume } from './translate/volume.ts';
import type { HttpRequest } from './transport/http.ts';
import { idSegment } from './transport/path.ts';

/** The port's volume operations over the Engine API. */
export function volumeOperations(connections: Connections): VolumeOperations {
  const read = (request: HttpRequest): Promise<unknown> => connections.use((connection) => connection.read(request));
  return {
    list: async (signal) =>
      translateEach(record(await read({ method: 'GET', path: '/volumes', signal }))['Volumes'], toVolume, () => {
        connections.log.warn('A volume was left out: its record has no name.');
      }),
    inspect: async (name, signal) => record(await read({ method: 'GET', path: `/volumes/${idSegment(name)}`, signal })),
    create: async ({ name, driver = 'local', options, labels }, signal) => {
      const body = JSON.stringify({ Name: name, Driver: driver, DriverOpts: options, Labels: labels });
      const made = toVolume(record(await read({ method: 'POST', path: '/volumes/create', body, signal })));
      if (!made) throw new EngineError('failed', 'The engine made a volume and did not tell its name.');
      return made;
    },
    remove: async (name) => {
      await read({ method: 'DELETE', path: `/volumes/${idSegment(name)}` });
    },
  };
}

import type { Connections } from './connections.ts';
import type { ImageOperations, ImageRemoval } from './engine.ts';
import { imageWork } from './imageWork.ts';
import type { Image, Layer } from './model.ts';
import { platforms, remote } from './imageDetails.ts';
import { pull, push } from './transfer.ts';
import { toImage, toImageDefaults, toLayer } from './translate/image.ts';
import { list, number, record, text, translateEach, type JsonRecord } from './translate/read.ts';
import { referencePath } from './transport/path.ts';
import { compare } from './version.ts';

/** The port's image operations over the Engine API. */
export function imageOperations(connections: Connections): ImageOperations {
  const inspect = async (reference: string, signal?: AbortSignal): Promise<JsonRecord> =>
    record(await readImage(connections, `${referencePath(reference)}/json`, signal));
  return {
    ...imageWork(connections),
    list: (signal) => listImages(connections, signal),
    inspect,
    defaults: async (reference, signal) => toImageDefaults(await inspect(reference, signal)),
    history: (reference, signal) => history(connections, reference, signal),
    platforms: (reference, signal) => platforms(connections, reference, signal),
    remote: (reference, options, signal) => remote(connections, { reference, ...options }, signal),
    tag: async (reference, target) => {
      await connections.use(async (connection) => {
        const docker = await connection.routes();
        return docker.getImage(referencePath(reference)).tag({ repo: target.repository, tag: target.tag });
      });
    },
    remove: (reference, options = {}) => remove(connections, reference, options),
    pull: (reference, options, signal) => pull(connections, { reference, ...options }, signal),
    push: (reference, options, signal) => push(connections, { reference, ...options }, signal),
    uniqueSizes: (signal) => uniqueSizes(connections, signal),
  };
}

async function listImages(connections: Connections, signal?: AbortSignal): Promise<Image[]> {
  const records = await connections.use(async (connection) => {
    const docker = await connection.routes();
    return docker.listImages(signal ? { abortSignal: signal } : {});
  });
  return translateEach(records, toImage, () => {
    connections.log.warn('An image was left out: its record has no id.');
  });
}

/** dockerode's own routes for these leave no way to cancel. */
function readImage(connections: Connections, path: string, signal?: AbortSignal): Promise<unknown> {
  return connections.use((connection) => connection.read({ method: 'GET', path: `/images/${path}`, signal }));
}

async function history(connections: Connections, reference: string, signal?: AbortSignal): Promise<Layer[]> {
  const layers = await readImage(connections, `${referencePath(reference)}/history`, signal);
  return list(layers).map(record).map(toLayer);
}

async function remove(
  connections: Connections,
  reference: string,
  options: { force?: boolean },
): Promise<ImageRemoval> {
  const answer = await connections.use(async (connection) => {
    const docker = await connection.routes();
    return docker.getImage(referencePath(reference)).remove({ force: options.force ?? false });
  });
  const rows = list(answer).map(record);
  const named = (key: string): string[] => rows.map((row) => text(row[key])).filter((name) => name !== '');
  return { untagged: named('Untagged'), deleted: named('Deleted') };
}

async function uniqueSizes(connections: Connections, signal?: AbortSignal): Promise<ReadonlyMap<string, number>> {
  const usage = await connections.use(async (connection) => {
    const { apiVersion } = await connection.version(signal);
    const query = compare(apiVersion, '1.42') >= 0 ? { type: 'image' } : {};
    return connection.read({ method: 'GET', path: '/system/df', query, signal });
  });
  const sizes = new Map<string, number>();
  for (const image of list(record(usage)['Images']).map(record)) {
    const shared = image['SharedSize'];
    // -1 stands for "not computed".
    if (typeof shared === 'number' && shared >= 0) sizes.set(text(image['Id']), number(image['Size']) - shared);
  }
  return sizes;
}

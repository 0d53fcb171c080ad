import type { Connections } from './connections.ts';
import type { TransferOptions } from './engine.ts';
import type { ImagePlatform, RemoteImage } from './port/images.ts';
import { authHeader } from './transfer.ts';
import { list, number, record, text, type JsonRecord } from './translate/read.ts';
import { referencePath } from './transport/path.ts';
import { compare } from './version.ts';

/** The API version from which an engine lists the manifests of an image that is for several platforms. */
const manifestsFrom = '1.48';

/** The platforms that the engine has of an image. */
export async function platforms(
  connections: Connections,
  reference: string,
  signal?: AbortSignal,
): Promise<ImagePlatform[]> {
  const image = record(
    await connections.use(async (connection) => {
      const { apiVersion } = await connection.version(signal);
      const query = compare(apiVersion, manifestsFrom) >= 0 ? { manifests: true } : {};
      return connection.read({ method: 'GET', path: `/images/${referencePath(reference)}/json`, query, signal });
    }),
  );
  const manifests = list(image['Manifests'])
    .map(record)
    .filter((item) => text(item['Kind']) === 'image');
  if (manifests.length > 0) return manifests.map(toPlatform);
  const platform = platformText({ os: image['Os'], architecture: image['Architecture'], variant: image['Variant'] });
  return platform === '' ? [] : [{ platform, size: number(image['Size']), available: true }];
}

/** Translates one entry of `Manifests` of `GET /images/{name}/json?manifests=true`. */
function toPlatform(item: JsonRecord): ImagePlatform {
  const digest = text(record(item['Descriptor'])['digest']);
  return {
    platform: platformText(record(record(item['ImageData'])['Platform'])),
    ...(digest !== '' && { digest }),
    size: number(record(item['Size'])['Total']),
    available: item['Available'] === true,
  };
}

/** Asks the registry, through the engine, what it has under a name: nothing is pulled. */
export async function remote(
  connections: Connections,
  { reference, credentials }: TransferOptions & { readonly reference: string },
  signal?: AbortSignal,
): Promise<RemoteImage> {
  const answer = record(
    await connections.use((connection) =>
      connection.read({
        method: 'GET',
        path: `/distribution/${referencePath(reference)}/json`,
        headers: { 'x-registry-auth': authHeader(credentials) },
        signal,
      }),
    ),
  );
  return {
    digest: text(record(answer['Descriptor'])['digest']),
    // What signs or describes an image stands among the platforms as `unknown/unknown`.
    platforms: list(answer['Platforms'])
      .map((item) => platformText(record(item)))
      .filter((platform) => platform !== '' && !platform.startsWith('unknown')),
  };
}

function platformText({ os, architecture, variant }: JsonRecord): string {
  return [os, architecture, variant]
    .map(text)
    .filter((part) => part !== '')
    .join('/');
}

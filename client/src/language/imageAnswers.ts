import type { ClientRequests, ImageDetails, LocalImage } from '../../../server/src/protocol/requests.ts';
import type { SettingKey, Settings } from '../../../server/src/protocol/settings.ts';
import type { Engine } from '../engine/engine.ts';
import type { Image } from '../engine/model.ts';
import type { KnownTags } from '../registry/knownTags.ts';
import type { Store } from '../store/store.ts';
import { engineFacts } from './engineFacts.ts';
import { ImagesInUse } from './imagesInUse.ts';

/** How the client answers the server's own requests. */
export type ClientAnswers = {
  readonly [M in keyof ClientRequests]: (params: ClientRequests[M]['params']) => Promise<ClientRequests[M]['result']>;
};

export interface ImageAnswersOptions {
  readonly engine: { readonly images: Pick<Engine['images'], 'list' | 'inspect' | 'history' | 'defaults'> };
  readonly store: Pick<Store, 'state' | 'images' | 'volumes' | 'networks' | 'containers'>;
  readonly tags: Pick<KnownTags, 'ofAllowed' | 'fetched'>;
  readonly setting: <K extends SettingKey>(key: K) => Settings[K];
  readonly isTrusted: () => boolean;
}

/** In ms. The server waits less long, but the next question may have the answer. */
const longest = 5_000;

/**
 * What the language server may know of images. A question from a completion or a hover reaches an engine that is not
 * connected only if the setting allows that and the workspace is trusted; one that comes by itself never does.
 */
export function createImageAnswers(options: ImageAnswersOptions): ClientAnswers {
  const { engine, store, tags, setting, isTrusted } = options;
  const mayAsk = (): boolean =>
    store.state.kind === 'live' || (isTrusted() && setting('gantry.dockerfile.engineImages'));

  const inUse = new ImagesInUse({ engine, store, tags });

  return {
    'gantry/images': async ({ limit }) => {
      if (!mayAsk()) return [];
      const known = store.state.kind === 'live' ? [...store.images.values()] : undefined;
      return localImages(known ?? (await engine.images.list(AbortSignal.timeout(longest)))).slice(0, limit);
    },
    'gantry/image': async ({ reference }) => (mayAsk() ? await describe(engine, reference) : null),
    'gantry/imagesInUse': ({ references }) => inUse.of(references),
    'gantry/engineFacts': async (question) => engineFacts(store, question),
    'gantry/tags': ({ repository }) => tags.ofAllowed(repository),
  };
}

function localImages(images: readonly Image[]): LocalImage[] {
  return [...images]
    .sort((a, b) => b.createdAt - a.createdAt)
    .flatMap(({ tags, size, createdAt }) => tags.map((reference) => ({ reference, size, created: iso(createdAt) })));
}

async function describe({ images }: ImageAnswersOptions['engine'], reference: string): Promise<ImageDetails> {
  const signal = AbortSignal.timeout(longest);
  const [record, layers, defaults] = await Promise.all([
    images.inspect(reference, signal),
    images.history(reference, signal),
    images.defaults(reference, signal),
  ]);
  const config = recordIn(record['Config']);
  return {
    reference,
    id: text(record['Id']),
    size: typeof record['Size'] === 'number' ? record['Size'] : 0,
    created: text(record['Created']),
    digests: Array.isArray(record['RepoDigests']) ? record['RepoDigests'].map(text) : [],
    platform: [record['Os'], record['Architecture'], record['Variant']].map(text).filter(Boolean).join('/'),
    labels: Object.fromEntries(Object.entries(recordIn(config['Labels'])).map(([key, value]) => [key, text(value)])),
    layers: layers.toReversed().map(({ createdBy, size }) => ({ command: createdBy, size })),
    env: defaults.env.map((assignment) => assignment.replace(/=.*$/s, '')),
    user: defaults.user,
    workdir: defaults.workingDirectory,
    ports: defaults.exposedPorts.map(({ containerPort, protocol }) => `${containerPort}/${protocol}`),
  };
}

function iso(milliseconds: number): string {
  return Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString() : '';
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function recordIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

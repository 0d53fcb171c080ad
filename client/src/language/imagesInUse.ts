import type { ImageConfiguration, ImageInUse, LocalTag } from '../../../server/src/protocol/requests.ts';
import type { Engine } from '../engine/engine.ts';
import type { Image } from '../engine/model.ts';
import { parseReference, referenceProblem, withDefaultTag, type ImageReference } from '../registry/reference.ts';
import type { KnownTags } from '../registry/knownTags.ts';
import type { Store } from '../store/store.ts';

export interface ImagesInUseOptions {
  readonly engine: { readonly images: Pick<Engine['images'], 'inspect'> };
  readonly store: Pick<Store, 'state' | 'images'>;
  readonly tags: Pick<KnownTags, 'fetched'>;
}

/** In ms, for one image. */
const longest = 5_000;
/** More references than this are no file's that somebody reads. */
const mostReferences = 50;
/** More tags than this of one repository are in no list that somebody reads to its end. */
const mostTags = 50;
const remembered = 100;

/** A local image under one of its names. */
interface Named {
  readonly image: Image;
  readonly reference: ImageReference;
}

/**
 * What is at hand of the images that a file names: what the store has, of now or of when it was connected last, and the
 * tags that a registry was asked for already. Problems are computed by themselves, so this connects to no engine and asks no
 * registry. An image is looked into once: it never changes under its id.
 */
export class ImagesInUse {
  readonly #options: ImagesInUseOptions;
  readonly #configurations = new Map<string, Promise<ImageConfiguration | undefined>>();

  constructor(options: ImagesInUseOptions) {
    this.#options = options;
  }

  /** In the order of the references, without those that nothing is known of. */
  async of(references: readonly string[]): Promise<readonly ImageInUse[]> {
    const { images } = this.#options.store;
    const wanted = references.slice(0, mostReferences).filter((text) => referenceProblem(text) === undefined);
    const local = byRepository(images.values());
    const found = await Promise.all(wanted.map((text) => this.#find(text, local)));
    return found.filter((image) => image !== undefined);
  }

  async #find(text: string, local: ReadonlyMap<string, readonly Named[]>): Promise<ImageInUse | undefined> {
    const wanted = withDefaultTag(parseReference(text));
    const named = local.get(wanted.repository) ?? [];
    const published = this.#options.tags.fetched(wanted.repository).slice(0, mostTags);
    if (named.length + published.length === 0) return undefined;
    const meant = named.find(({ reference }) =>
      // Beside a digest, the tag does not count.
      wanted.digest === undefined ? reference.tag === wanted.tag : reference.digest === wanted.digest,
    );
    const image = meant && (await this.#configuration(meant.image));
    return { reference: text, tags: localTags(named), published, ...(image && { image }) };
  }

  async #configuration(image: Image): Promise<ImageConfiguration | undefined> {
    const known = this.#configurations.get(image.id);
    if (known || this.#options.store.state.kind !== 'live') return known;
    const configuration = this.#options.engine.images
      .inspect(image.id, AbortSignal.timeout(longest))
      .then((record) => readConfiguration(image, record))
      .catch((): undefined => {
        // It may be gone, or the engine slow: the next question tries again.
        this.#configurations.delete(image.id);
      });
    this.#configurations.set(image.id, configuration);
    const [oldest] = this.#configurations.keys();
    if (this.#configurations.size > remembered && oldest !== undefined) this.#configurations.delete(oldest);
    return configuration;
  }
}

function byRepository(images: Iterable<Image>): Map<string, Named[]> {
  const all = new Map<string, Named[]>();
  for (const image of [...images].sort((a, b) => b.createdAt - a.createdAt))
    for (const name of [...image.tags, ...image.digests]) {
      if (referenceProblem(name) !== undefined) continue;
      const reference = parseReference(name);
      const named = all.get(reference.repository);
      if (named) named.push({ image, reference });
      else all.set(reference.repository, [{ image, reference }]);
    }
  return all;
}

function localTags(named: readonly Named[]): LocalTag[] {
  const digests = new Map<string, string[]>();
  for (const { image, reference } of named)
    if (reference.digest !== undefined) digests.set(image.id, [...(digests.get(image.id) ?? []), reference.digest]);
  return named
    .flatMap(({ image, reference: { tag } }) =>
      tag === undefined
        ? []
        : [{ tag, id: image.id, digests: digests.get(image.id) ?? [], created: iso(image.createdAt) }],
    )
    .slice(0, mostTags);
}

function readConfiguration(image: Image, record: Readonly<Record<string, unknown>>): ImageConfiguration {
  const config = record['Config'];
  const fields = typeof config === 'object' && config !== null ? (config as Record<string, unknown>) : {};
  const text = (key: string): string => (typeof fields[key] === 'string' ? fields[key] : '');
  const texts = (key: string): string[] => {
    const value: unknown = fields[key];
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  };
  return {
    id: image.id,
    created: iso(image.createdAt),
    env: texts('Env').map((assignment) => assignment.replace(/=.*$/s, '')),
    user: text('User'),
    workdir: text('WorkingDir'),
    shell: texts('Shell'),
  };
}

function iso(milliseconds: number): string {
  return Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString() : '';
}

import type { ImageOperations } from '../../client/src/engine/engine.ts';
import { EngineError } from '../../client/src/engine/error.ts';
import type { Container, Image, Layer } from '../../client/src/engine/model.ts';
import { memoryImageFiles } from './memoryImageFiles.ts';

export interface ImageHolder {
  readonly images: Map<string, Image>;
  readonly containers: () => Iterable<Container>;
  readonly add: (image: Partial<Image>) => Image;
  /** Throws when the engine is away. */
  readonly present: () => void;
  /** Told of each list, awaited before its answer; throws what the list is to fail with. */
  readonly onList: () => Promise<void>;
  readonly emit: (action: string, id: string, name: string) => void;
}

export interface MemoryImages extends ImageOperations {
  layers: Layer[];
  readonly registry: Map<string, string>;
}

/** What the engine in memory does with images. */
export function memoryImages(holder: ImageHolder): MemoryImages {
  const { images } = holder;
  const find = (reference: string): Image => {
    holder.present();
    const image = [...images.values()].find(({ id, tags }) => id === reference || tags.includes(reference));
    if (!image) throw new EngineError('not-found', `No such image: ${reference}`);
    return image;
  };
  const operations = {
    ...memoryImageFiles({ image: find, addImage: holder.add }),
    /** The history of every image. */
    layers: [] as Layer[],
    list: async () => {
      await holder.onList();
      return structuredClone([...images.values()]);
    },
    inspect: async (reference: string) => ({ Id: find(reference).id }),
    defaults: async () => {
      throw unsupported();
    },
    history: async () => operations.layers,
    platforms: async (reference: string) => {
      const { size } = find(reference);
      return [{ platform: 'linux/amd64', size, available: true }];
    },
    /** What the registries have, by name. */
    registry: new Map<string, string>(),
    remote: async (reference: string) => {
      const digest = operations.registry.get(reference);
      if (digest === undefined) throw new EngineError('not-found', `manifest for ${reference} not found`);
      return { digest, platforms: ['linux/amd64'] };
    },
    tag: async (reference: string, { repository, tag }: { repository: string; tag: string }) => {
      const image = find(reference);
      const name = `${repository}:${tag}`;
      const owner = [...images.values()].find(({ id, tags }) => id !== image.id && tags.includes(name));
      if (owner) holder.add({ ...owner, tags: owner.tags.filter((other) => other !== name) });
      images.set(image.id, { ...image, tags: [...new Set([...image.tags, name])].sort(), dangling: false });
      holder.emit('tag', image.id, name);
    },
    remove: async (reference: string) => {
      const image = find(reference);
      const byId = image.id === reference;
      const repositories = new Set(image.tags.map((tag) => tag.replace(/:[^:/]*$/, '')));
      if (byId && repositories.size > 1) throw conflict('image is referenced in multiple repositories');
      const tags = image.tags.filter((tag) => tag !== reference && !byId);
      const user = [...holder.containers()].find(({ imageId }) => imageId === image.id);
      if (user && tags.length === 0) throw conflict(`image is being used by container ${user.id.slice(0, 12)}`);
      holder.emit('untag', image.id, image.id);
      if (tags.length > 0) {
        images.set(image.id, { ...image, tags });
        return { untagged: [reference], deleted: [] };
      }
      images.delete(image.id);
      holder.emit('delete', image.id, image.id);
      return { untagged: image.tags, deleted: [image.id] };
    },
    // oxlint-disable-next-line require-yield -- it fails before there is anything to tell
    pull: async function* () {
      throw unsupported();
    },
    // oxlint-disable-next-line require-yield -- it fails before there is anything to tell
    push: async function* () {
      throw unsupported();
    },
    uniqueSizes: async () => new Map<string, number>(),
  };
  return operations;
}

function conflict(text: string): EngineError {
  return new EngineError('conflict', `conflict: unable to delete (must be forced) - ${text}`);
}

function unsupported(): EngineError {
  return new EngineError('unsupported', 'The engine in memory cannot do that.');
}

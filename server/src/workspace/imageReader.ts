import type { Images } from '../language.ts';
import type { ImageInUse } from '../protocol/requests.ts';

/** What is known now of the images that were asked for. */
export interface KnownImages {
  readonly known: ReadonlyMap<string, ImageInUse>;
  /** Settles when the engine has been asked, with whether something else is known then. Absent when it need not be. */
  readonly rest?: Promise<boolean>;
}

interface Entry {
  readonly at: number;
  readonly image: ImageInUse | undefined;
  /** Set while it is being asked for. */
  readonly asking?: Promise<boolean>;
}

/** An answer counts this long, in ms: while somebody types, the engine is not asked for each key. */
const fresh = 10_000;
const remembered = 200;

/** Knows local images by name, and answers at once with that. What it has known stays known when the editor cannot say. */
export class ImageReader {
  readonly #images: Pick<Images, 'inUse'>;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();

  constructor(images: Pick<Images, 'inUse'>, now: () => number = () => performance.now()) {
    this.#images = images;
    this.#now = now;
  }

  look(names: readonly string[]): KnownImages {
    this.#ask(names.filter((name) => this.#isOld(name)));
    const entries = names.flatMap((name) => this.#entries.get(name) ?? []);
    const known = new Map(entries.flatMap(({ image }) => (image ? [[image.reference, image] as const] : [])));
    const asking = new Set(entries.flatMap((entry) => entry.asking ?? []));
    if (asking.size === 0) return { known };
    return { known, rest: Promise.all(asking).then((news) => news.includes(true)) };
  }

  #isOld(name: string): boolean {
    const entry = this.#entries.get(name);
    return entry === undefined || (entry.asking === undefined && this.#now() - entry.at >= fresh);
  }

  #ask(names: readonly string[]): void {
    if (names.length === 0) return;
    const asking = this.#images.inUse(names).then(
      (images) => this.#learn(names, images),
      () => this.#learn(names, undefined),
    );
    for (const name of names) this.#keep(name, { at: this.#now(), image: this.#entries.get(name)?.image, asking });
  }

  /** Whether something else is known than before. */
  #learn(names: readonly string[], images: readonly ImageInUse[] | undefined): boolean {
    const at = this.#now();
    let news = false;
    for (const name of names) {
      const old = this.#entries.get(name)?.image;
      const image = images === undefined ? old : images.find(({ reference }) => reference === name);
      news ||= JSON.stringify(image) !== JSON.stringify(old);
      this.#keep(name, { at, image });
    }
    return news;
  }

  /** Forgets the oldest. */
  #keep(name: string, entry: Entry): void {
    this.#entries.delete(name);
    this.#entries.set(name, entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= remembered) break;
      this.#entries.delete(oldest);
    }
  }
}

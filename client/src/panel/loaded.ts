import type { Disposable } from '../lifecycle.ts';

/** Something with a life that is loaded, from a bundle of its own, when it is asked for first. */
export class Loaded<T extends Disposable> implements Disposable {
  readonly #load: () => Promise<T>;
  #loading: Promise<T> | undefined;
  #disposed = false;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  readonly get = async (): Promise<T> => {
    this.#loading ??= this.#load();
    const loaded = await this.#loading;
    if (this.#disposed) loaded.dispose();
    return loaded;
  };

  dispose(): void {
    this.#disposed = true;
    void this.#loading?.then((loaded) => loaded.dispose());
  }
}

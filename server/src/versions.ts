/** The newest document of each file, as long as somebody else holds it, so that the next version can build on it. */
export class Versions<D extends object> {
  readonly #latest = new Map<string, WeakRef<D>>();

  /** Opens the next version of a file over the one before, which is `undefined` for the first. */
  next(uri: string, open: (before: D | undefined) => D): D {
    const document = open(this.#latest.get(uri)?.deref());
    this.#latest.set(uri, new WeakRef(document));
    if (this.#latest.size > 64) this.#prune();
    return document;
  }

  /** The newest document of a file, if somebody holds it. */
  latest(uri: string): D | undefined {
    return this.#latest.get(uri)?.deref();
  }

  #prune(): void {
    for (const [uri, latest] of this.#latest) if (latest.deref() === undefined) this.#latest.delete(uri);
  }
}

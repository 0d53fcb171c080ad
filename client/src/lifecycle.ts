/** Something with a life: its owner disposes it. The same shape as VS Code's, so that either can hold the other. */
export interface Disposable {
  dispose(): void;
}

/** A function to subscribe with, as VS Code's `Event`: the listener stays until the returned disposable is disposed. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/** Fires an event to its listeners in the order of their subscription; one that throws does not stop the others. */
export class Emitter<T> implements Disposable {
  readonly #listeners = new Set<(value: T) => void>();
  readonly #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void = () => {}) {
    this.#onError = onError;
  }

  readonly event: Event<T> = (listener) => {
    const own = (value: T): void => {
      listener(value);
    };
    this.#listeners.add(own);
    return { dispose: () => this.#listeners.delete(own) };
  };

  fire(value: T): void {
    for (const listener of this.#listeners) {
      try {
        listener(value);
      } catch (error) {
        this.#onError(error);
      }
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

/** Keeps disposables and disposes them in reverse order, once. What is added after that is disposed at once. */
export class Disposables implements Disposable {
  readonly #kept: Disposable[] = [];
  #disposed = false;

  add<T extends Disposable>(disposable: T): T {
    if (this.#disposed) disposable.dispose();
    else this.#kept.push(disposable);
    return disposable;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    for (const disposable of this.#kept.splice(0).reverse()) disposable.dispose();
  }
}

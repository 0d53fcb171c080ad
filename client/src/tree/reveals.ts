import { Emitter, type Disposable, type Event } from '../lifecycle.ts';

/** The rows whose secret the person has asked to read, by id: until the window closes, and nowhere else. */
export class Reveals implements Disposable {
  readonly #ids = new Set<string>();
  readonly #changes = new Emitter<string>();

  get onDidChange(): Event<string> {
    return this.#changes.event;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  reveal(id: string): void {
    this.#ids.add(id);
    this.#changes.fire(id);
  }

  mask(id: string): void {
    this.#ids.delete(id);
    this.#changes.fire(id);
  }

  dispose(): void {
    this.#ids.clear();
    this.#changes.dispose();
  }
}

import type { Disposable as Life } from '../../lifecycle.ts';
import type { Store } from '../../store/store.ts';

/** Tells when the store has news of a container or of the engine, also of what came since it was asked last. */
export class Changes implements Disposable {
  readonly #lives: readonly Life[];
  #news = false;
  #wake: () => void = () => {};

  constructor(store: Store, id: string) {
    this.#lives = [
      store.onDidChange(({ state, containers: { added, changed, removed } }) => {
        if (!state && ![...added, ...changed, ...removed].includes(id)) return;
        this.#news = true;
        this.#wake();
      }),
      store.watch(),
    ];
  }

  /** Resolves with true when there is news since the last time, with false when the signal aborts. */
  async next(signal: AbortSignal): Promise<boolean> {
    if (!this.#news && !signal.aborted) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
    this.#news = false;
    return !signal.aborted;
  }

  [Symbol.dispose](): void {
    for (const life of this.#lives) life.dispose();
  }
}

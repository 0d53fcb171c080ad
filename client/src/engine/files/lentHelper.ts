import type { Clock } from '../../clock.ts';
import type { Disposable } from '../../lifecycle.ts';
import type { Engine } from '../engine.ts';
import { EngineError } from '../error.ts';
import { openHelper, type Helper, type HelperOptions } from '../helper.ts';

export interface LentHelperOptions extends Omit<HelperOptions, 'signal'> {
  readonly engine: Pick<Engine, 'containers' | 'images'>;
  readonly clock: Clock;
  /** What goes wrong where nobody waits for it. */
  readonly onError: (error: unknown) => void;
}

/** Milliseconds for which a helper that nobody uses is kept: somebody who looks around comes back soon. */
const patience = 10_000;

/** A helper container that is made when it is first used, and removed when it has not been used for a while. */
export class LentHelper {
  readonly #options: LentHelperOptions;
  #helper: Promise<Helper> | undefined;
  #users = 0;
  #leaving: Disposable | undefined;

  constructor(options: LentHelperOptions) {
    this.#options = options;
  }

  /** Where somebody has removed the helper meanwhile (a prune does), the task is done once more with another. */
  async use<T>(task: (id: string) => Promise<T>): Promise<T> {
    this.#leaving?.dispose();
    this.#users += 1;
    try {
      const { id } = await this.#open();
      try {
        return await task(id);
      } catch (error) {
        if (await this.#isThere(id, error)) throw error;
        this.#helper = undefined;
        return await task((await this.#open()).id);
      }
    } finally {
      this.#users -= 1;
      if (this.#users === 0)
        this.#leaving = this.#options.clock.after(patience, () => {
          this.release().catch(this.#options.onError);
        });
    }
  }

  /** Removes the helper now, unless it is in use; the next use makes another. */
  async release(): Promise<void> {
    this.#leaving?.dispose();
    if (this.#users > 0) return;
    const helper = this.#helper;
    this.#helper = undefined;
    await (await helper)?.close();
  }

  /** One for all that ask at the same time, so no one's signal ends its making. */
  #open(): Promise<Helper> {
    const { engine, volumes, image } = this.#options;
    if (this.#helper) return this.#helper;
    const { signal } = new AbortController();
    const made = openHelper(engine, { ...(volumes && { volumes }), ...(image !== undefined && { image }), signal });
    this.#helper = made;
    made.catch(() => {
      if (this.#helper === made) this.#helper = undefined;
    });
    return made;
  }

  async #isThere(id: string, error: unknown): Promise<boolean> {
    if (!(error instanceof EngineError) || error.kind !== 'not-found') return true;
    return this.#options.engine.containers.inspect(id).then(
      () => true,
      () => false,
    );
  }
}

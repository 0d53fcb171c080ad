/** Calls once when nothing has happened for a while after something did. Keeps no process alive. */
export class Quiet {
  readonly #pause: number;
  readonly #call: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor({ pause, call }: { readonly pause: number; readonly call: () => void }) {
    this.#pause = pause;
    this.#call = call;
  }

  /** Something happens. */
  touch(): void {
    if (this.#timer) this.#timer.refresh();
    else this.#timer = setTimeout(() => this.#end(), this.#pause).unref();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #end(): void {
    this.#timer = undefined;
    this.#call();
  }
}

/**
 * Decides whether an editor follows the end of a growing document: it does from the start and whenever the last line is
 * in sight, until the person scrolls up. Lines count from 0.
 */
export class Following {
  #active = true;
  #top = 0;

  get active(): boolean {
    return this.#active;
  }

  /** The editor now shows the lines from `top` to `bottom` of a document whose last line is `last`. */
  scrolled({ top, bottom, last }: { top: number; bottom: number; last: number }): void {
    if (bottom >= last) this.#active = true;
    else if (top < this.#top) this.#active = false;
    this.#top = top;
  }

  /** Lines were taken away at the start: what the editor shows has moved without anybody scrolling. */
  shifted(): void {
    this.#top = 0;
  }
}

/** What an editor shows of a document whose last line is `last`. Lines count from 0. */
export interface View {
  readonly top: number;
  readonly bottom: number;
  readonly last: number;
}

/** Milliseconds in which the editor tells that it went to the end because we asked it to. */
const ownTime = 500;

/**
 * Decides whether an editor follows the end of a growing document: it does from the start and whenever the person has
 * scrolled to the last line, until they scroll up.
 */
export class Following {
  #active = true;
  #top = 0;
  /** Where the person has scrolled up to. */
  #left = 0;
  #revealedAt = Number.NEGATIVE_INFINITY;

  get active(): boolean {
    return this.#active;
  }

  /** The editor was asked to go to the end; `now` in milliseconds. */
  revealed(now: number): void {
    this.#revealedAt = now;
  }

  /**
   * The editor shows something else now. Answers the line to go back to at the top, when the person scrolled up just as
   * the editor was on its way to the end.
   */
  scrolled({ top, bottom, last }: View, now: number): number | undefined {
    const ours = now - this.#revealedAt < ownTime;
    const before = this.#top;
    this.#top = top;
    if (bottom >= last) {
      if (!ours) this.#active = true;
      else if (!this.#active) return this.#left;
    } else if (top < before) {
      this.#active = false;
      this.#left = top;
    }
    return undefined;
  }

  /** Lines were taken away at the start: what the editor shows has moved without anybody scrolling. */
  shifted(): void {
    this.#top = 0;
  }
}

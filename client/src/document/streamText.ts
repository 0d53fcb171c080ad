import { Emitter } from '../lifecycle.ts';
import { BoundedText } from './boundedText.ts';
import type { GrowingContent } from './growingDocument.ts';

/** Characters kept of a stream. */
const limit = 4 * 1024 * 1024;

/** A stream's text as it comes, with nothing to choose about it. */
export class StreamText implements GrowingContent {
  readonly #text = new BoundedText(limit);
  readonly #changes = new Emitter<{ shifted: boolean }>();
  readonly onDidChange = this.#changes.event;

  get length(): number {
    return this.#text.length;
  }

  append(text: string): void {
    if (text === '') return;
    const before = this.#text.length;
    this.#text.append(text);
    this.#changes.fire({ shifted: this.#text.length < before });
  }

  clear(): void {
    this.#text.clear();
    this.#changes.fire({ shifted: true });
  }

  toString(): string {
    return this.#text.toString();
  }

  dispose(): void {
    this.#changes.dispose();
  }
}

import type { AskOptions, Choice } from '../../client/src/ui/ui.ts';

/** A piece of the text, or a pattern of it. */
export type Words = string | RegExp;

/** Text typed into a quick pick instead of choosing a row. */
export interface Typed {
  readonly typed: string;
}
export const typed = (text: string): Typed => ({ typed: text });

type Expected =
  | {
      kind: 'pick';
      words: Words;
      answer: Words | Typed | undefined;
      look: ((rows: readonly Choice<unknown>[]) => void) | undefined;
    }
  | {
      kind: 'pickMany';
      words: Words;
      answer: readonly Words[] | 'all' | 'preset' | undefined;
      look: ((rows: readonly Choice<unknown>[], summary: string | undefined) => void) | undefined;
    }
  | {
      kind: 'pickMatching';
      words: Words;
      text: string;
      answer: readonly Words[] | 'all' | undefined;
      rejected: readonly string[];
      look: ((rows: readonly Choice<unknown>[], summary: string | undefined) => void) | undefined;
    }
  | { kind: 'input'; words: Words; answer: string | undefined; rejected: readonly string[] }
  | { kind: 'pickPath'; words: Words; answer: string | undefined }
  | {
      kind: 'ask';
      words: Words;
      answer: string | undefined;
      look: ((question: AskOptions<string>) => void) | undefined;
    }
  | { kind: 'notify'; words: Words; answer: string }
  | { kind: 'program'; words: Words; answer: number | undefined };
type Of<K> = Extract<Expected, { kind: K }>;

/** The questions that are expected, in order, with their answers. */
export class Script {
  readonly #queue: Expected[] = [];

  add(expected: Expected): void {
    this.#queue.push(expected);
  }

  take<K extends Expected['kind']>(kind: K, title: string): Of<K> {
    const next = this.#queue[0];
    if (next?.kind !== kind || !matches(title, next.words))
      throw new Error(
        `unexpected ${kind} "${title}"; expected ${next ? `${next.kind} "${String(next.words)}"` : 'none'}`,
      );
    this.#queue.shift();
    return next as Of<K>;
  }

  /** The first in the queue of this kind, if it is for this title. */
  takeIf<K extends Expected['kind']>(kind: K, title: string): Of<K> | undefined {
    const index = this.#queue.findIndex((expected) => expected.kind === kind);
    const next = this.#queue[index];
    if (!next || !matches(title, next.words)) return undefined;
    this.#queue.splice(index, 1);
    return next as Of<K>;
  }

  done(): void {
    if (this.#queue.length === 0) return;
    throw new Error(`never asked: ${this.#queue.map(({ kind, words }) => `${kind} "${String(words)}"`).join(', ')}`);
  }
}

export function matches(text: string, words: Words): boolean {
  return typeof words === 'string' ? text.includes(words) : words.test(text);
}

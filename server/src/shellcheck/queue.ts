import type { Comment, ShellScript } from './comments.ts';
import { checkAlone, checkTogether, ShellCheckError, type RunOptions } from './run.ts';

interface Waiting extends RunOptions {
  readonly script: ShellScript;
  /** Together with others it did not work. */
  readonly alone?: boolean;
  readonly settle: (comments: Promise<readonly Comment[]>) => void;
}

/** A process is worth its start for so many scripts; more than `most` would make the others wait. */
const together = { least: 16, most: 64 } as const;

/**
 * Scripts that wait for ShellCheck, in the order in which they came. Those of one dialect that wait at the same time share a
 * process. What does not work together is tried alone, script by script.
 */
export class Queue {
  #free: number;
  #waiting: Waiting[] = [];
  /** Programs that take one script at a time only. */
  readonly #single = new Set<string>();

  /** Runs so many processes at a time. */
  constructor(processes: number) {
    this.#free = processes;
  }

  /** The comments on a script. Rejects with `ShellCheckError`, or the signal's reason. */
  check(script: ShellScript, options: RunOptions): Promise<readonly Comment[]> {
    return new Promise((resolve) => {
      this.#waiting.push({ ...options, script, settle: resolve });
      // Whoever has one script mostly has more.
      setImmediate(() => this.#start());
    });
  }

  #start(): void {
    while (this.#free > 0 && this.#waiting.length > 0) {
      const batch = this.#take();
      this.#free -= 1;
      void this.#run(batch).finally(() => {
        this.#free += 1;
        this.#start();
      });
    }
  }

  /** The first, and those that can go with it. */
  #take(): readonly Waiting[] {
    const [first, ...others] = this.#waiting;
    if (first === undefined) return [];
    const fits = ({ alone, program, script, signal }: Waiting): boolean =>
      alone !== true && !signal.aborted && program === first.program && script.dialect === first.script.dialect;
    const single = process.platform === 'win32' || this.#single.has(first.program) || !fits(first);
    const fitting = single ? [] : others.filter(fits);
    const share = Math.ceil((fitting.length + 1) / this.#free);
    const batch = [first, ...fitting.slice(0, Math.min(Math.max(share, together.least), together.most) - 1)];
    const taken = new Set(batch);
    this.#waiting = this.#waiting.filter((waiting) => !taken.has(waiting));
    return batch;
  }

  async #run(batch: readonly Waiting[]): Promise<void> {
    const [first] = batch;
    if (first === undefined) return;
    const { program, env, script } = first;
    if (batch.length === 1) {
      const comments = checkAlone(script, first);
      first.settle(comments);
      await comments.catch((error: unknown) => {
        if (error instanceof ShellCheckError && error.kind === 'broken') this.#giveUp(program, comments);
      });
      return;
    }
    const texts = batch.map(({ script: { text } }) => text);
    const signal = whenAll(batch.map((waiting) => waiting.signal));
    try {
      const comments = await checkTogether(texts, { program, env, signal, dialect: script.dialect });
      for (const [i, { settle }] of batch.entries()) settle(Promise.resolve(comments[i] ?? []));
    } catch (error) {
      if (error instanceof ShellCheckError && error.kind === 'broken') this.#single.add(program);
      this.#waiting.unshift(...batch.map((waiting) => ({ ...waiting, alone: true })));
    }
  }

  /** Who still waits for a program that does not work gets the same answer. */
  #giveUp(program: string, answer: Promise<readonly Comment[]>): void {
    for (const waiting of this.#waiting) if (waiting.program === program) waiting.settle(answer);
    this.#waiting = this.#waiting.filter((waiting) => waiting.program !== program);
  }
}

/** Aborted once all of them are. */
function whenAll(signals: readonly AbortSignal[]): AbortSignal {
  const all = new AbortController();
  for (const signal of signals)
    signal.addEventListener('abort', () => {
      if (signals.every(({ aborted }) => aborted)) all.abort();
    });
  return all.signal;
}

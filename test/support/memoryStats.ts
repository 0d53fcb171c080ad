import type { ContainerStats } from '../../client/src/engine/port/stats.ts';

/** What the containers of the engine in memory take: as it is told, to whoever reads the stream. */
export class MemoryStats {
  readonly #open = new Map<string, Set<(stats: ContainerStats | undefined) => void>>();

  /** The containers whose stream is read by somebody. */
  get streams(): string[] {
    return [...this.#open].filter(([, readers]) => readers.size > 0).map(([id]) => id);
  }

  /** One measurement; without a `cpuPercent` it is the first of a stream. */
  measure(id: string, { cpuPercent, memory = 0 }: { cpuPercent?: number; memory?: number }): void {
    const rest = { memoryLimit: 1e9, received: 0, sent: 0, read: 0, written: 0, processes: 1 };
    const stats = { readAt: Date.now(), memory, ...rest, ...(cpuPercent === undefined ? {} : { cpuPercent }) };
    for (const tell of this.#open.get(id) ?? []) tell(stats);
  }

  /** The container ends, and with it its streams. */
  end(id: string): void {
    for (const tell of this.#open.get(id) ?? []) tell(undefined);
  }

  readonly read = async function* (
    this: MemoryStats,
    id: string,
    signal: AbortSignal,
  ): AsyncGenerator<ContainerStats, void, undefined> {
    const waiting: (ContainerStats | undefined)[] = [];
    let wake = (): void => {};
    const tell = (stats: ContainerStats | undefined): void => {
      waiting.push(stats);
      wake();
    };
    const stop = (): void => tell(undefined);
    const readers = this.#open.get(id) ?? new Set();
    this.#open.set(id, readers.add(tell));
    signal.addEventListener('abort', stop);
    try {
      for (;;) {
        while (waiting.length > 0) {
          const next = waiting.shift();
          if (!next) return;
          yield next;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    } finally {
      readers.delete(tell);
      signal.removeEventListener('abort', stop);
    }
  }.bind(this);
}

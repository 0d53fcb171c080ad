import type { Connection } from 'vscode-languageserver';
import { describe } from './guard.ts';
import { isRouted, type OpenDocument } from './documents.ts';
import type { ProblemSource } from './problems.ts';

export interface PushOptions {
  readonly connection: Connection;
  readonly problems: ProblemSource;
  readonly current: (uri: string) => OpenDocument | undefined;
  readonly log: (message: string) => void;
}

/** Documents that take more than this (ms of processor time, so that a busy machine counts for nothing) wait for a pause in typing; the others are answered at once. */
const cheap = 50;
const longestPause = 300;
const remembered = 3;

/** Sends diagnostics after each change, to clients that do not ask for them. The newest version only, never an older one. */
export class DiagnosticsPush {
  readonly #options: PushOptions;
  readonly #waiting = new Map<string, () => void>();
  /** What the last rounds took, in ms of processor time, by URI: the least of them counts, as any may have been disturbed. */
  readonly #costs = new Map<string, readonly number[]>();
  #disposed = false;

  constructor(options: PushOptions) {
    this.#options = options;
  }

  schedule(uri: string): void {
    this.#waiting.get(uri)?.();
    const cost = Math.min(...(this.#costs.get(uri) ?? [0]));
    const run = (): void => {
      this.#waiting.delete(uri);
      void this.#run(uri);
    };
    this.#waiting.set(uri, cost < cheap ? soon(run) : later(run, Math.min(longestPause, cost * 2)));
  }

  /** A closed document has no problems. */
  close(uri: string): void {
    this.#waiting.get(uri)?.();
    this.#waiting.delete(uri);
    this.#costs.delete(uri);
    void this.#send(uri, { diagnostics: [] });
  }

  dispose(): void {
    this.#disposed = true;
    for (const cancel of this.#waiting.values()) cancel();
    this.#waiting.clear();
  }

  async #run(uri: string): Promise<void> {
    const { problems, current, log } = this.#options;
    const open = current(uri);
    if (!isRouted(open)) return;
    try {
      const started = process.cpuUsage();
      const diagnostics = await problems.diagnostics(open);
      const { user, system } = process.cpuUsage(started);
      this.#costs.set(uri, [...(this.#costs.get(uri) ?? []), (user + system) / 1_000].slice(-remembered));
      if (!this.#disposed && current(uri)?.document === open.document)
        await this.#send(uri, { version: open.version, diagnostics });
    } catch (error) {
      log(`diagnostics failed: ${describe(error)}`);
    }
  }

  async #send(
    uri: string,
    report: { version?: number; diagnostics: Awaited<ReturnType<ProblemSource['diagnostics']>> },
  ): Promise<void> {
    try {
      await this.#options.connection.sendDiagnostics({ uri, ...report });
    } catch {
      // A connection that is being closed refuses; there is nobody left to tell.
    }
  }
}

/** After what has arrived already: of several edits at once only the last is looked at. A timer would wait for a millisecond. */
function soon(run: () => void): () => void {
  const handle = setImmediate(run);
  return () => {
    clearImmediate(handle);
  };
}

function later(run: () => void, pause: number): () => void {
  const handle = setTimeout(run, pause);
  return () => {
    clearTimeout(handle);
  };
}

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

/** Documents that take longer than this (ms) wait for a pause in typing; the others are answered at once. */
const cheap = 10;
const longestPause = 300;

/** Sends diagnostics after each change, to clients that do not ask for them. The newest version only, never an older one. */
export class DiagnosticsPush {
  readonly #options: PushOptions;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** How long the last round took, in ms, by URI. */
  readonly #cost = new Map<string, number>();
  #disposed = false;

  constructor(options: PushOptions) {
    this.#options = options;
  }

  schedule(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    const cost = this.#cost.get(uri) ?? 0;
    const pause = cost < cheap ? 0 : Math.min(longestPause, cost * 5);
    this.#timers.set(
      uri,
      setTimeout(() => {
        this.#timers.delete(uri);
        void this.#run(uri);
      }, pause),
    );
  }

  /** A closed document has no problems. */
  close(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#cost.delete(uri);
    void this.#send(uri, { diagnostics: [] });
  }

  dispose(): void {
    this.#disposed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  async #run(uri: string): Promise<void> {
    const { problems, current, log } = this.#options;
    const open = current(uri);
    if (!isRouted(open)) return;
    try {
      const started = performance.now();
      const diagnostics = await problems.diagnostics(open);
      this.#cost.set(uri, performance.now() - started);
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

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

/** Sends diagnostics after each change, to clients that do not ask for them. The newest version only, never an older one. */
export class DiagnosticsPush {
  readonly #options: PushOptions;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** What the last round took, in ms of processor time, by URI. */
  readonly #cost = new Map<string, number>();
  #disposed = false;

  constructor(options: PushOptions) {
    this.#options = options;
  }

  schedule(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    const cost = this.#cost.get(uri) ?? 0;
    const pause = cost < cheap ? 0 : Math.min(longestPause, cost * 2);
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
      const started = process.cpuUsage();
      const diagnostics = await problems.diagnostics(open);
      const { user, system } = process.cpuUsage(started);
      this.#cost.set(uri, (user + system) / 1_000);
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

import { join } from 'node:path';
import { Uri, ViewColumn, window, workspace } from 'vscode';
import type { StatsSubject } from '../../commands/command.ts';
import type { Disposable, Disposables } from '../../lifecycle.ts';
import { followStats } from '../../store/statStreams.ts';
import type { EngineViewsOptions } from '../engineViews.ts';
import { PagePanel } from '../pagePanel.ts';
import { toCsv } from './csv.ts';
import { StatsHistory } from './history.ts';
import type { FromPage, ToPage } from './statsPage.ts';

/** Milliseconds between rows: the engine measures as often. */
const interval = 1000;

/**
 * The panel with the charts of some containers. While it is in sight each has a stream; while it is hidden none has, and nothing is
 * done. What was measured since the opening is kept here, as a hidden page is not.
 */
export class StatsPanel implements Disposable {
  readonly #options: EngineViewsOptions;
  readonly #subject: StatsSubject;
  readonly #panel: PagePanel<FromPage, ToPage>;
  readonly #history = new StatsHistory();
  readonly #measured = new Set<string>();
  #paused = false;

  constructor(options: EngineViewsOptions, subject: StatsSubject, onClose: () => void) {
    this.#options = options;
    this.#subject = subject;
    this.#panel = new PagePanel({
      extensionUri: options.extensionUri,
      type: 'gantry.stats',
      bundle: 'stats',
      title: `Stats of ${subject.name}`,
      column: ViewColumn.Active,
      receive: (message) => void this.#receive(message),
      begin: (sight) => this.#measure(sight),
      onClose,
    });
    this.#panel.start();
  }

  reveal(): void {
    this.#panel.reveal();
  }

  #measure(sight: Disposables): void {
    const { engine, store } = this.#options;
    sight.add(store.watch());
    sight.add(store.onDidChange(({ state }) => state && this.#sendAll()));
    sight.add(
      followStats({
        engine,
        store,
        includes: this.#subject.includes,
        onStats: (container, stats) => {
          this.#measured.add(container.id);
          this.#history.note(container, stats);
        },
        onEnd: (id) => {
          this.#history.end(id);
          // The row without it that ends its line.
          if (this.#measured.delete(id)) this.#take();
          if (this.#measured.size === 0) this.#sendAll();
        },
      }),
    );
    const timer = setInterval(() => this.#measured.size > 0 && this.#take(), interval);
    sight.add({ dispose: () => clearInterval(timer) });
  }

  #take(): void {
    const row = this.#history.take(Date.now());
    if (this.#paused) return;
    if (row) this.#panel.post({ kind: 'row', row });
    else this.#sendAll();
  }

  async #receive(message: FromPage): Promise<void> {
    if (message.kind === 'pause') this.#paused = message.on;
    if (message.kind === 'export') await this.#save();
    else this.#sendAll({ asked: true });
  }

  /** While it is paused the page stays as it is, unless it asks. */
  #sendAll({ asked = false } = {}): void {
    if (!this.#panel.isSeen || (this.#paused && !asked)) return;
    this.#panel.post({ kind: 'all', measured: this.#history.all(), paused: this.#paused, notice: this.#notice() });
  }

  /** Why there is nothing to see, and what to do. */
  #notice(): string {
    const { containers, state } = this.#options.store;
    if (state.kind === 'unreachable') return `The engine cannot be reached: ${state.error.message}`;
    if (state.kind !== 'live') return 'Connecting to the engine…';
    const some = [...containers.values()].some((one) => one.state === 'running' && this.#subject.includes(one));
    return some ? '' : 'Nothing of this runs now. Start a container, and it appears here.';
  }

  async #save(): Promise<void> {
    const csv = toCsv(this.#history.all());
    const [folder] = workspace.workspaceFolders ?? [];
    const name = `stats-${this.#subject.name.replaceAll(/[^\w.-]+/gu, '-')}.csv`;
    const uri = await window.showSaveDialog({
      ...(folder?.uri.scheme === 'file' && { defaultUri: Uri.file(join(folder.uri.fsPath, name)) }),
      filters: { CSV: ['csv'] },
      title: 'Export the stats',
    });
    if (!uri) return;
    try {
      await workspace.fs.writeFile(uri, Buffer.from(csv));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(`The stats could not be written: ${reason}`);
    }
  }

  dispose(): void {
    this.#panel.dispose();
  }
}

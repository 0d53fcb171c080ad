import type { Uri } from 'vscode';
import type { StatsSubject } from '../commands/command.ts';
import type { Engine } from '../engine/engine.ts';
import type { Disposable } from '../lifecycle.ts';
import type { Store } from '../store/store.ts';
import { StatsPanel } from './stats/statsPanel.ts';

export interface EngineViewsOptions {
  readonly extensionUri: Uri;
  readonly engine: Pick<Engine, 'containers'>;
  readonly store: Store;
}

/** The panels on what the engine does. A bundle of its own, loaded when the first of them is opened. */
export class EngineViews implements Disposable {
  readonly #options: EngineViewsOptions;
  readonly #stats = new Map<string, StatsPanel>();

  constructor(options: EngineViewsOptions) {
    this.#options = options;
  }

  /** Opens the charts of some containers, or brings them to the front. */
  showStats(subject: StatsSubject): void {
    const { id } = subject;
    const open = this.#stats.get(id);
    if (open) open.reveal();
    else this.#stats.set(id, new StatsPanel(this.#options, subject, () => this.#stats.delete(id)));
  }

  dispose(): void {
    for (const panel of this.#stats.values()) panel.dispose();
  }
}

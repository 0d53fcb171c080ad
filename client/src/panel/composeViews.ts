import type { Uri } from 'vscode';
import type { ComposeOutline, EffectiveConfig } from '../../../server/src/protocol/requests.ts';
import { Disposables, type Disposable } from '../lifecycle.ts';
import type { Store } from '../store/store.ts';
import { ConfigDocuments } from './config/configDocuments.ts';
import { GraphPanel } from './graph/graphPanel.ts';

export interface ComposeViewsOptions {
  readonly extensionUri: Uri;
  readonly store: Store;
  readonly outline: (path: string) => Promise<ComposeOutline>;
  readonly config: (path: string) => Promise<EffectiveConfig | null>;
  readonly log: { warn(message: string): void };
}

/** What is shown of compose projects beside their files. A bundle of its own, loaded when the first of it is opened. */
export class ComposeViews implements Disposable {
  readonly #options: ComposeViewsOptions;
  readonly #all = new Disposables();
  readonly #graphs = new Map<string, GraphPanel>();
  readonly #configs: ConfigDocuments;

  constructor(options: ComposeViewsOptions) {
    this.#options = options;
    this.#configs = this.#all.add(new ConfigDocuments(options));
  }

  /** Opens the graph of a compose file, an absolute path, or brings it to the front. */
  showGraph(path: string): void {
    const open = this.#graphs.get(path);
    if (open) {
      open.reveal();
      return;
    }
    this.#graphs.set(path, new GraphPanel(this.#options, { path, onClose: () => this.#graphs.delete(path) }));
  }

  /** Opens what a compose file comes to, beside it; or a comparison of the two. */
  async showConfig(path: string, how: 'beside' | 'compared'): Promise<void> {
    await this.#configs.show(path, how);
  }

  dispose(): void {
    // Each takes itself out as it closes, which a map allows.
    for (const panel of this.#graphs.values()) panel.dispose();
    this.#all.dispose();
  }
}

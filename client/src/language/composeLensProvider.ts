import {
  CodeLens,
  EventEmitter,
  languages,
  Range,
  window,
  workspace,
  type CodeLensProvider,
  type Event,
  type TextDocument,
  type Uri,
} from 'vscode';
import type { Clock } from '../clock.ts';
import { Disposables, type Disposable } from '../lifecycle.ts';
import { isEmpty } from '../store/state.ts';
import type { Store } from '../store/store.ts';
import { setting } from '../ui/vscodeServices.ts';
import { composeLenses, type ComposeLens, type EngineView } from './composeLens.ts';
import type { LanguageSupport } from './support.ts';

export interface ComposeLensProviderOptions {
  readonly language: Pick<LanguageSupport, 'request' | 'edits' | 'onDidChangeRoles'>;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: { warn(message: string): void };
}

/** Milliseconds in which changes of containers are gathered. */
const pause = 250;

/**
 * Offers to run compose files and tells how their containers are. No engine is contacted for it; but one that is connected already is
 * kept so while a compose file is in sight.
 */
export class ComposeLensProvider implements CodeLensProvider, Disposable {
  readonly #options: ComposeLensProviderOptions;
  readonly #all = new Disposables();
  readonly #changes = this.#all.add(new EventEmitter<void>());
  #watching: Disposable | undefined;
  #later: Disposable | undefined;

  constructor(options: ComposeLensProviderOptions) {
    this.#options = options;
    const { language, store } = options;
    this.#all.add(languages.registerCodeLensProvider({ language: 'dockercompose', scheme: 'file' }, this));
    this.#all.add(language.onDidChangeRoles(() => this.#changes.fire()));
    this.#all.add(window.onDidChangeVisibleTextEditors(() => this.#watch()));
    this.#all.add(
      store.onDidChange(({ state, containers }) => {
        this.#watch();
        if (this.#watching && (state || !isEmpty(containers))) this.#refreshLater();
      }),
    );
    this.#all.add(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('gantry.compose.codeLens')) this.#changes.fire();
      }),
    );
  }

  get onDidChangeCodeLenses(): Event<void> {
    return this.#changes.event;
  }

  async provideCodeLenses(document: TextDocument): Promise<CodeLens[]> {
    const { language, log } = this.#options;
    const parts = setting('gantry.compose.codeLens');
    if (!language.edits('dockercompose') || !Object.values(parts).includes(true)) return [];
    const { uri } = document;
    try {
      const text = document.getText();
      const outline = await language.request('gantry/composeOutline', { uri: uri.toString(), text });
      const engine = this.#engine();
      const lenses = composeLenses(outline, { shows: (part) => parts[part] === true, ...(engine && { engine }) });
      return lenses.map((lens) => codeLens(lens, uri));
    } catch (error) {
      log.warn(`The services of ${uri.fsPath} could not be read: ${String(error)}`);
      return [];
    }
  }

  #engine(): EngineView | undefined {
    const { containers, state } = this.#options.store;
    return state.kind === 'live' ? { containers: containers.values(), endpoint: state.endpoint } : undefined;
  }

  #watch(): void {
    const inSight = window.visibleTextEditors.some(({ document }) => document.languageId === 'dockercompose');
    if (!inSight) {
      this.#watching?.dispose();
      this.#watching = undefined;
    } else if (this.#options.store.state.kind === 'live') {
      this.#watching ??= this.#options.store.watch();
    }
  }

  #refreshLater(): void {
    this.#later ??= this.#options.clock.after(pause, () => {
      this.#later = undefined;
      this.#changes.fire();
    });
  }

  dispose(): void {
    this.#watching?.dispose();
    this.#later?.dispose();
    this.#all.dispose();
  }
}

function codeLens({ line, title, does }: ComposeLens, { scheme, fsPath }: Uri): CodeLens {
  const range = new Range(line, 0, line, 0);
  switch (does.kind) {
    case 'command':
      return new CodeLens(range, {
        title,
        command: does.command,
        arguments: [{ scheme, fsPath, ...(does.services.length === 0 ? {} : { services: does.services }) }],
      });
    case 'port': {
      const { container, port } = does;
      const node = { kind: 'port', id: `lens/${container.id}`, container, port };
      return new CodeLens(range, { title, command: 'gantry.port.openInBrowser', arguments: [{ id: node.id, node }] });
    }
    case 'show':
      return new CodeLens(range, { title, command: 'gantry.containers.focus' });
  }
}

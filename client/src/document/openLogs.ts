import { commands, StatusBarAlignment, window, type Uri } from 'vscode';
import { Disposables, type Disposable } from '../lifecycle.ts';
import type { OpenedLog } from '../ui/ui.ts';

/** The logs that documents show: tells the menus which there are, and the person how the active one stands. */
export class OpenLogs implements Disposable {
  readonly #disposables = new Disposables();
  readonly #logs = new Map<string, OpenedLog>();
  readonly #status = this.#disposables.add(window.createStatusBarItem('gantry.log', StatusBarAlignment.Right, 200));

  constructor() {
    this.#status.name = 'Gantry log';
    this.#disposables.add(window.onDidChangeActiveTextEditor(() => this.#tell()));
  }

  add(uri: Uri, log: OpenedLog): void {
    this.#logs.set(uri.path, log);
    let paused = log.view.paused;
    this.#disposables.add(
      log.view.onDidChange(() => {
        if (paused !== log.view.paused) this.#setContext();
        paused = log.view.paused;
        this.#tell();
      }),
    );
    this.#setContext();
  }

  delete(uri: Uri): void {
    if (!this.#logs.delete(uri.path)) return;
    this.#setContext();
    this.#tell();
  }

  /** By a document's address as menus hand it over, else of the active editor. */
  find(resource: unknown): OpenedLog | undefined {
    const path = (resource as { readonly path?: unknown } | undefined)?.path;
    return this.#logs.get(typeof path === 'string' ? path : (window.activeTextEditor?.document.uri.path ?? ''));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #setContext(): void {
    const paused = [...this.#logs].filter(([, { view }]) => view.paused).map(([path]) => path);
    void commands.executeCommand('setContext', 'gantry.logs.open', [...this.#logs.keys()]);
    void commands.executeCommand('setContext', 'gantry.logs.paused', paused);
  }

  #tell(): void {
    const view = this.find(undefined)?.view;
    const { level, text, stream } = view?.filter ?? {};
    const filter = [level, stream, text === '' ? undefined : text].filter((part) => part !== undefined).join(', ');
    if (!view || (!view.paused && filter === '')) return this.#status.hide();
    const waiting = `${view.waiting.toLocaleString('en')} ${view.waiting === 1 ? 'line waits' : 'lines wait'}`;
    this.#status.text = view.paused ? `$(debug-pause) ${waiting}` : '$(filter) Log filtered';
    this.#status.tooltip = view.paused ? 'The log is paused. Press to go on.' : `Only what fits is shown: ${filter}`;
    this.#status.command = view.paused ? 'gantry.logs.resume' : 'gantry.logs.filter';
    this.#status.show();
  }
}

import { window, type Uri, type ViewColumn, type WebviewPanel } from 'vscode';
import { Disposables, type Disposable } from '../lifecycle.ts';
import { pageHtml, pageRoot } from './page.ts';

export interface PagePanelOptions<FromPage> {
  /** Of the extension's folder. */
  readonly extensionUri: Uri;
  /** The editor's name for this kind of panel: `gantry.stats`. */
  readonly type: string;
  /** Of the page's script and style. */
  readonly bundle: string;
  readonly title: string;
  readonly column: ViewColumn;
  readonly receive: (message: FromPage) => void;
  /** Begins what runs while the panel is in sight; nothing runs while it is hidden. */
  readonly begin: (sight: Disposables) => void;
  readonly onClose: () => void;
}

/** A panel with one of our pages, as long as it is open. What is said of the engine or a file goes to the page as data. */
export class PagePanel<FromPage, ToPage> implements Disposable {
  readonly #options: PagePanelOptions<FromPage>;
  readonly #panel: WebviewPanel;
  readonly #all = new Disposables();
  #sight: Disposables | undefined;

  constructor(options: PagePanelOptions<FromPage>) {
    const { extensionUri, type, bundle, title, column, receive, onClose } = options;
    this.#options = options;
    this.#panel = this.#all.add(
      window.createWebviewPanel(type, title, column, {
        enableScripts: true,
        localResourceRoots: [pageRoot(extensionUri)],
      }),
    );
    const { webview } = this.#panel;
    this.#all.add(webview.onDidReceiveMessage(receive));
    this.#all.add(this.#panel.onDidChangeViewState(() => this.#see()));
    this.#all.add(
      this.#panel.onDidDispose(() => {
        this.dispose();
        onClose();
      }),
    );
    webview.html = pageHtml(webview, { extensionUri, bundle, title });
  }

  /** Looks whether it is in sight, for the first time: its owner is ready for `begin`. */
  start(): void {
    this.#see();
  }

  get isSeen(): boolean {
    return this.#sight !== undefined;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  post(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }

  dispose(): void {
    this.#leave();
    this.#all.dispose();
  }

  #see(): void {
    if (!this.#panel.visible) this.#leave();
    else if (!this.#sight) {
      this.#sight = new Disposables();
      this.#options.begin(this.#sight);
    }
  }

  #leave(): void {
    this.#sight?.dispose();
    this.#sight = undefined;
  }
}

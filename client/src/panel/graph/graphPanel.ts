import { basename } from 'node:path';
import { Range, TextEditorRevealType, Uri, ViewColumn, window, workspace } from 'vscode';
import type { ComposeOutline } from '../../../../server/src/protocol/requests.ts';
import type { Disposable, Disposables } from '../../lifecycle.ts';
import { isEmpty } from '../../store/state.ts';
import { onProjectChange } from '../composeFiles.ts';
import type { ComposeViewsOptions } from '../composeViews.ts';
import { PagePanel } from '../pagePanel.ts';
import { serviceGraph, type FromPage, type ToPage } from './serviceGraph.ts';

/** Milliseconds in which changes of containers are gathered. */
const pause = 250;
/** A picture of more characters than this was not drawn from a compose file. */
const longestSvg = 10_000_000;

/**
 * The panel with the graph of one compose file. It is a view of the engine as the side bar's are: while it is in sight the engine is
 * followed and the file's changes are drawn; while it is hidden nothing is done.
 */
export class GraphPanel implements Disposable {
  readonly #options: ComposeViewsOptions;
  readonly #path: string;
  readonly #panel: PagePanel<FromPage, ToPage>;
  #outline: ComposeOutline | undefined;
  #later: NodeJS.Timeout | undefined;

  constructor(
    options: ComposeViewsOptions,
    { path, onClose }: { readonly path: string; readonly onClose: () => void },
  ) {
    this.#options = options;
    this.#path = path;
    this.#panel = new PagePanel({
      extensionUri: options.extensionUri,
      type: 'gantry.serviceGraph',
      bundle: 'serviceGraph',
      title: `Services of ${basename(path)}`,
      column: ViewColumn.Beside,
      receive: (message) => void this.#receive(message),
      begin: (sight) => this.#follow(sight),
      onClose,
    });
    this.#panel.start();
  }

  reveal(): void {
    this.#panel.reveal();
  }

  #follow(sight: Disposables): void {
    const { store } = this.#options;
    sight.add({ dispose: () => clearTimeout(this.#later) });
    sight.add(onProjectChange(this.#path, () => void this.#read()));
    sight.add(
      store.onDidChange(({ state, containers }) => {
        if (state || !isEmpty(containers)) this.#sendLater();
      }),
    );
    sight.add(store.watch());
  }

  async #receive(message: FromPage): Promise<void> {
    try {
      if (message.kind === 'ready') await this.#read();
      else if (message.kind === 'open') await this.#open(message.service);
      else await this.#save(message.svg);
    } catch (error) {
      this.#tell(`That did not work: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async #read(): Promise<void> {
    try {
      this.#outline = await this.#options.outline(this.#path);
      this.#send();
    } catch (error) {
      this.#options.log.warn(`The services of ${this.#path} could not be read: ${String(error)}`);
      this.#tell('The file cannot be read now; this is what it was before.');
    }
  }

  #sendLater(): void {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#send(), pause);
  }

  #send(): void {
    const { containers, state } = this.#options.store;
    if (!this.#outline || !this.#panel.isSeen) return;
    const known = state.kind === 'live' ? containers.values() : undefined;
    this.#panel.post({ kind: 'graph', graph: serviceGraph(this.#outline, known) });
  }

  #tell(text: string): void {
    this.#panel.post({ kind: 'problem', text });
  }

  async #open(service: string): Promise<void> {
    const found = this.#outline?.services.find(({ name }) => name === service);
    if (!found) return;
    const { start, end } = found.range;
    const selection = new Range(start.line, start.character, end.line, end.character);
    const uri = found.uri === undefined ? Uri.file(this.#path) : Uri.parse(found.uri, true);
    const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    const viewColumn = shown?.viewColumn ?? ViewColumn.One;
    const editor = await window.showTextDocument(uri, { selection, viewColumn });
    editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  async #save(svg: string): Promise<void> {
    if (!svg.startsWith('<svg') || svg.length > longestSvg) return;
    const defaultUri = Uri.file(this.#path.replace(/\.ya?ml$/u, '') + '.svg');
    const uri = await window.showSaveDialog({
      defaultUri,
      filters: { SVG: ['svg'] },
      title: 'Export the service graph',
    });
    if (uri) await workspace.fs.writeFile(uri, Buffer.from(svg));
  }

  dispose(): void {
    this.#panel.dispose();
  }
}

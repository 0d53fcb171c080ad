import { FileChangeType, Uri, ViewColumn, window, workspace } from 'vscode';
import { Disposables, type Disposable } from '../lifecycle.ts';
import type {
  DocumentOptions,
  LogDocumentOptions,
  OpenedLog,
  StreamDocument,
  StreamDocumentOptions,
} from '../ui/ui.ts';
import { documentPath, scheme } from './address.ts';
import { GrowingDocument, type GrowingContent } from './growingDocument.ts';
import { LogContent } from './logContent.ts';
import { OpenLogs } from './openLogs.ts';
import { ReadOnlyFiles } from './readOnlyFiles.ts';
import { StreamText } from './streamText.ts';
import { columnOf, onDidCloseTab } from './tabs.ts';

/** Texts of ours as read-only documents, kept as long as a tab shows them. */
export class ReadOnlyDocuments implements Disposable {
  readonly #disposables = new Disposables();
  readonly #files = this.#disposables.add(new ReadOnlyFiles());
  readonly #logs = this.#disposables.add(new OpenLogs());
  readonly #growing = new Map<string, GrowingDocument>();
  #count = 0;

  constructor() {
    this.#disposables.add(workspace.registerFileSystemProvider(scheme, this.#files, { isReadonly: true }));
    this.#disposables.add(onDidCloseTab(scheme, (uri) => this.#forget(uri)));
  }

  /** Opens a text that is complete. */
  async show({ name, text }: DocumentOptions): Promise<void> {
    this.#count += 1;
    const uri = Uri.from({ scheme, path: documentPath(String(this.#count), name) });
    this.#files.set(uri, { text: () => text, version: () => 1 });
    await window.showTextDocument(uri, { preview: true, viewColumn: ViewColumn.Active });
  }

  /** Opens a text that grows; one of the same id and name is taken over. */
  async open({ id, name, onClose, reveal = 'active' }: StreamDocumentOptions): Promise<StreamDocument> {
    const content = new StreamText();
    const document = this.#grow({ uri: Uri.from({ scheme, path: documentPath(id, name) }), content, onClose });
    if (reveal !== 'later') await document.show(reveal === 'beside');
    let ended = false;
    return {
      append: (text) => {
        if (!ended) content.append(text);
      },
      clear: () => {
        if (!ended) content.clear();
      },
      show: () => document.show(),
      dispose: () => {
        ended = true;
        document.dispose();
      },
    };
  }

  /** Opens a log; one of the same id and name is taken over. */
  async openLog({ id, onClose, ...log }: LogDocumentOptions): Promise<Disposable> {
    const uri = Uri.from({ scheme, path: documentPath(id, log.name) });
    const document = this.#grow({ uri, content: new LogContent(log.view), onClose });
    this.#logs.add(uri, log);
    await document.show();
    return document;
  }

  /** The log in the document of this address, as menus hand it over, else in the active editor. */
  openedLog(resource: unknown): OpenedLog | undefined {
    return this.#logs.find(resource);
  }

  #grow({ uri, content, onClose }: { uri: Uri; content: GrowingContent; onClose: () => void }): GrowingDocument {
    this.#growing.get(uri.toString())?.close();
    const document = new GrowingDocument({
      uri,
      content,
      onClose,
      changed: () => this.#files.changed(uri, FileChangeType.Changed),
      show: async (beside) => {
        // Closed and asked for again: what it holds is kept by whoever asks.
        this.#growing.set(uri.toString(), document);
        this.#files.set(uri, document);
        const viewColumn = columnOf(uri) ?? (beside ? ViewColumn.Beside : ViewColumn.Active);
        await window.showTextDocument(uri, { preview: false, viewColumn, preserveFocus: beside });
      },
    });
    this.#growing.set(uri.toString(), document);
    this.#files.set(uri, document);
    this.#files.changed(uri, FileChangeType.Changed);
    return document;
  }

  #forget(uri: Uri): void {
    this.#files.delete(uri);
    this.#logs.delete(uri);
    this.#growing.get(uri.toString())?.close();
    this.#growing.delete(uri.toString());
  }

  dispose(): void {
    for (const document of this.#growing.values()) document.close();
    this.#growing.clear();
    this.#disposables.dispose();
  }
}

import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import {
  commands,
  EventEmitter,
  Hover,
  languages,
  Location,
  MarkdownString,
  Range,
  Uri,
  ViewColumn,
  window,
  workspace,
  type Definition,
  type Position,
  type TextDocument,
  type TextDocumentContentProvider,
} from 'vscode';
import type { ConfigOrigin, EffectiveConfig } from '../../../../server/src/protocol/requests.ts';
import { Disposables, type Disposable } from '../../lifecycle.ts';
import { onProjectChange } from '../composeFiles.ts';

export interface ConfigDocumentsOptions {
  readonly config: (path: string) => Promise<EffectiveConfig | null>;
  readonly log: { warn(message: string): void };
}

const scheme = 'gantry-config';

/**
 * What compose files come to, as read-only documents: written anew when a file of the project changes, as long as they are in sight;
 * a definition leads from each line to the one that it comes from.
 */
export class ConfigDocuments implements TextDocumentContentProvider, Disposable {
  readonly #options: ConfigDocumentsOptions;
  readonly #all = new Disposables();
  readonly #changes = this.#all.add(new EventEmitter<Uri>());
  readonly onDidChange = this.#changes.event;
  readonly #origins = new Map<string, EffectiveConfig['lines']>();
  /** What follows the files of the documents in sight, by address. */
  readonly #followed = new Map<string, Disposable>();

  constructor(options: ConfigDocumentsOptions) {
    this.#options = options;
    this.#all.add(workspace.registerTextDocumentContentProvider(scheme, this));
    this.#all.add(languages.registerDefinitionProvider({ scheme }, this));
    this.#all.add(languages.registerHoverProvider({ scheme }, this));
    this.#all.add(window.onDidChangeVisibleTextEditors(() => this.#follow()));
    this.#all.add(workspace.onDidCloseTextDocument(({ uri }) => this.#origins.delete(uri.toString())));
  }

  /** Opens the document of a compose file, an absolute path. */
  async show(path: string, how: 'beside' | 'compared'): Promise<void> {
    const uri = addressOf(path);
    const document = await workspace.openTextDocument(uri);
    await languages.setTextDocumentLanguage(document, 'yaml');
    if (how === 'compared') {
      const title = `${basename(path)} ↔ effective configuration`;
      await commands.executeCommand('vscode.diff', Uri.file(path), uri, title, { preview: true });
    } else {
      await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: false });
    }
    this.#follow();
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const path = uri.query;
    try {
      const config = await this.#options.config(path);
      if (config) {
        this.#origins.set(uri.toString(), config.lines);
        return config.text;
      }
    } catch (error) {
      this.#options.log.warn(`The effective configuration of ${path} could not be told: ${String(error)}`);
    }
    this.#origins.delete(uri.toString());
    return `# ${basename(path)} cannot be read as a compose project now. The problems in it say why.\n`;
  }

  provideDefinition({ uri }: TextDocument, { line }: Position): Definition | undefined {
    const origin = this.#originOf(uri, line);
    return origin && new Location(Uri.parse(origin.uri, true), rangeOf(origin));
  }

  provideHover({ uri }: TextDocument, { line }: Position): Hover | undefined {
    const origin = this.#originOf(uri, line);
    if (!origin) return undefined;
    const place = `${basename(Uri.parse(origin.uri, true).fsPath)}, line ${origin.range.start.line + 1}`;
    return new Hover(new MarkdownString().appendText(`From ${place}`));
  }

  #originOf(uri: Uri, line: number): ConfigOrigin | undefined {
    return this.#origins.get(uri.toString())?.[line] ?? undefined;
  }

  /** Follows the files of what is in sight, and of nothing else; what comes into sight again is read anew. */
  #follow(): void {
    const inSight = new Map(
      window.visibleTextEditors
        .map(({ document: { uri } }) => uri)
        .filter((uri) => uri.scheme === scheme)
        .map((uri) => [uri.toString(), uri]),
    );
    for (const [address, following] of this.#followed) {
      if (inSight.has(address)) continue;
      following.dispose();
      this.#followed.delete(address);
    }
    for (const [address, uri] of inSight) {
      if (this.#followed.has(address)) continue;
      this.#followed.set(
        address,
        onProjectChange(uri.query, () => this.#changes.fire(uri)),
      );
      this.#changes.fire(uri);
    }
  }

  dispose(): void {
    for (const following of this.#followed.values()) following.dispose();
    this.#all.dispose();
  }
}

/** The tab shows the last part of the path; the rest keeps files of the same name apart. */
function addressOf(path: string): Uri {
  const folder = createHash('sha256').update(path).digest('hex').slice(0, 8);
  return Uri.from({ scheme, path: `/${folder}/${basename(path)} (effective)`, query: path });
}

function rangeOf({ range: { start, end } }: ConfigOrigin): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

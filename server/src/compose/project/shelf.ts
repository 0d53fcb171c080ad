import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageHost } from '../../language.ts';
import { ComposeDocument } from '../document.ts';
import type { Versions } from '../../versions.ts';
import type { Disk } from './disk.ts';
import type { Library, Looked } from './library.ts';

/** How long an answer of the disk counts, in ms, when nobody tells that a file has changed. */
const fresh = 2_000;
/** More files than this are not read for one project. */
const most = 500;

export type ShelfHost = Pick<LanguageHost, 'files' | 'readText' | 'openText'>;

/**
 * The files that projects are made of, read once. What is asked for and was not read yet is noted, and fetched before the
 * question is put again: so everything that looks at files is synchronous. What is open in an editor counts more than the disk.
 */
export class Shelf implements Library, Disk {
  readonly #host: ShelfHost;
  readonly #versions: Versions<ComposeDocument>;
  readonly #watched: boolean;
  readonly #now: () => number;
  readonly #texts = new Map<string, string | null>();
  readonly #kinds = new Map<string, 'file' | 'folder' | 'missing'>();
  readonly #documents = new Map<string, ComposeDocument>();
  readonly #wantedTexts = new Set<string>();
  readonly #wantedKinds = new Set<string>();
  readonly #running = new Set<Promise<unknown>>();
  #readAt = 0;

  constructor(
    host: ShelfHost,
    options: {
      readonly versions: Versions<ComposeDocument>;
      /** Somebody calls `forget` when a file changes. */
      readonly watched: boolean;
      readonly now?: () => number;
    },
  ) {
    this.#host = host;
    this.#versions = options.versions;
    this.#watched = options.watched;
    this.#now = options.now ?? (() => performance.now());
  }

  document(path: string): Looked<ComposeDocument> {
    const text = this.text(path);
    if (typeof text !== 'string') return text;
    const uri = pathToFileURL(path).href;
    const known = this.#documents.get(path);
    if (known?.content === text) return known;
    const latest = this.#versions.latest(uri);
    const document =
      latest?.content === text
        ? latest
        : this.#versions.next(
            uri,
            (before) => new ComposeDocument(TextDocument.create(uri, 'dockercompose', 0, text), before),
          );
    this.#documents.set(path, document);
    return document;
  }

  text(path: string): Looked<string> {
    const open = this.#host.openText?.(path);
    if (open !== undefined) return open;
    const known = this.#texts.get(path);
    if (known === undefined) this.#wantedTexts.add(path);
    return known;
  }

  kind(path: string): ReturnType<Disk['kind']> {
    const known = this.#kinds.get(path);
    if (known === undefined) this.#wantedKinds.add(path);
    return known ?? 'unseen';
  }

  /** Reads what was asked for in vain; answers whether there was anything, so that it is worth asking again. */
  async fetch(): Promise<boolean> {
    const { files, readText } = this.#host;
    if (!files || !readText) return false;
    if (this.#texts.size + this.#kinds.size > 10 * most) this.forget();
    const [texts, kinds] = [[...this.#wantedTexts].slice(0, most), [...this.#wantedKinds].slice(0, most)];
    this.#wantedTexts.clear();
    this.#wantedKinds.clear();
    for (const path of texts) this.#start(async () => this.#texts.set(path, (await readText(path)) ?? null));
    for (const path of kinds) this.#start(async () => this.#kinds.set(path, (await files.kind(path)) ?? 'missing'));
    // Another project may be waiting for what this one asked for.
    if (this.#running.size === 0) return false;
    await Promise.all(this.#running);
    return true;
  }

  #start(read: () => Promise<unknown>): void {
    const running = read().finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** A file has changed, or any may have. */
  forget(): void {
    this.#texts.clear();
    this.#kinds.clear();
  }

  /** Called before a round of questions. */
  refresh(): void {
    const now = this.#now();
    if (!this.#watched && now - this.#readAt > fresh) {
      this.forget();
      this.#readAt = now;
    }
    if (this.#documents.size > most) this.#documents.clear();
  }
}

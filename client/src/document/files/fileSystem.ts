import {
  EventEmitter,
  FileChangeType,
  FilePermission,
  FileSystemError,
  FileType,
  type Uri,
  type FileChangeEvent,
  type FileStat,
} from 'vscode';
import { systemClock } from '../../clock.ts';
import type { Engine } from '../../engine/engine.ts';
import { EngineError } from '../../engine/error.ts';
import { FileTree, type FileNode } from '../../engine/files/fileTree.ts';
import { fileSource, type FileSource } from '../../engine/files/source.ts';
import { Disposables, type Disposable } from '../../lifecycle.ts';
import { onDidCloseTab, tabsOf } from '../tabs.ts';
import { filesOf, filesScheme } from './address.ts';

export interface FileSystemOptions {
  readonly engine: Pick<Engine, 'containers' | 'images'>;
  readonly log: { warn(message: string): void };
}

interface Opened {
  readonly tree: FileTree;
  readonly source: FileSource;
}

/**
 * The files of containers, images and volumes as the editor knows files. A bundle of its own, loaded with the first of them. Paths are people's
 * data: none is logged.
 */
export class EngineFileSystem implements Disposable {
  readonly #options: FileSystemOptions;
  readonly #all = new Disposables();
  readonly #opened = new Map<string, Opened>();
  readonly #ending = new AbortController();
  readonly #changes = this.#all.add(new EventEmitter<FileChangeEvent[]>());
  readonly onDidChangeFile = this.#changes.event;

  constructor(options: FileSystemOptions) {
    this.#options = options;
    this.#all.add(
      onDidCloseTab(filesScheme, ({ authority }) => {
        if (!tabsOf(filesScheme).some((uri) => uri.authority === authority)) this.#release(authority);
      }),
    );
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { tree } = this.#open(uri);
    const found = await guarded(uri, tree.stat(pathOf(uri), this.#ending.signal));
    if (!found) throw FileSystemError.FileNotFound(uri);
    // Of a link, what it leads to: that is what is opened.
    const { size, modifiedAt } = found.leadsTo ?? found;
    return {
      type: typeOf(found),
      ctime: modifiedAt,
      mtime: modifiedAt,
      size,
      ...(tree.writable ? {} : { permissions: FilePermission.Readonly }),
    };
  }

  async readDirectory(uri: Uri): Promise<[string, FileType][]> {
    const nodes = await guarded(uri, this.#open(uri).tree.list(pathOf(uri), this.#ending.signal));
    return nodes.map((node) => [node.name, typeOf(node)]);
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return await guarded(uri, this.#open(uri).tree.read(pathOf(uri), this.#ending.signal));
  }

  async writeFile(
    uri: Uri,
    data: Uint8Array,
    how: { readonly create: boolean; readonly overwrite: boolean },
  ): Promise<void> {
    const { create, overwrite } = how;
    await guarded(uri, this.#open(uri).tree.write(pathOf(uri), { data, create, overwrite }, this.#ending.signal));
    this.#changes.fire([{ type: FileChangeType.Changed, uri }]);
  }

  async createDirectory(uri: Uri): Promise<void> {
    await guarded(uri, this.#open(uri).tree.makeFolder(pathOf(uri), this.#ending.signal));
    this.#changes.fire([{ type: FileChangeType.Created, uri }]);
  }

  async delete(uri: Uri, { recursive }: { readonly recursive: boolean }): Promise<void> {
    await guarded(uri, this.#open(uri).tree.remove(pathOf(uri), { recursive }, this.#ending.signal));
    this.#changes.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  async rename(from: Uri, to: Uri, { overwrite }: { readonly overwrite: boolean }): Promise<void> {
    if (from.authority !== to.authority)
      throw FileSystemError.NoPermissions('Files are moved within one container or volume only. Copy them instead.');
    const { tree } = this.#open(from);
    await guarded(to, tree.rename(pathOf(from), pathOf(to), { overwrite, signal: this.#ending.signal }));
    this.#changes.fire([
      { type: FileChangeType.Deleted, uri: from },
      { type: FileChangeType.Created, uri: to },
    ]);
  }

  #open(uri: Uri): Opened {
    const known = this.#opened.get(uri.authority);
    if (known) return known;
    const of = filesOf(uri.authority);
    if (!of) throw FileSystemError.FileNotFound(uri);
    const { engine } = this.#options;
    const source = fileSource(of, { engine, clock: systemClock, onError: (error) => this.#sayLeft(error) });
    const opened = { source, tree: new FileTree({ engine, source }) };
    this.#opened.set(uri.authority, opened);
    return opened;
  }

  #release(authority: string): void {
    this.#opened
      .get(authority)
      ?.source.release()
      .catch((error: unknown) => this.#sayLeft(error));
  }

  #sayLeft(error: unknown): void {
    const kind = error instanceof EngineError ? error.kind : 'unknown';
    this.#options.log.warn(`A helper container could not be removed (${kind}). It is removed at the next start.`);
  }

  /** What cannot be removed in time is, as a stray, at the next start. */
  dispose(): void {
    this.#ending.abort();
    for (const authority of this.#opened.keys()) this.#release(authority);
    this.#all.dispose();
  }
}

const types: Readonly<Record<FileNode['kind'], FileType>> = {
  file: FileType.File,
  folder: FileType.Directory,
  link: FileType.File,
  other: FileType.Unknown,
};

function typeOf({ kind, leadsTo }: FileNode): FileType {
  if (kind !== 'link') return types[kind];
  // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- the editor takes the two bits together as one of its types
  return FileType.SymbolicLink | types[leadsTo?.kind ?? 'file'];
}

/** As the tree has paths: the root is empty. */
function pathOf({ path }: Uri): string {
  return path.replace(/\/+$/u, '');
}

/** The editor shows its own errors with their words, and acts on what is not there or there already. */
async function guarded<T>(uri: Uri, task: Promise<T>): Promise<T> {
  try {
    return await task;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (error.kind === 'not-found') throw FileSystemError.FileNotFound(uri);
    if (error.kind === 'conflict') throw FileSystemError.FileExists(error.message);
    if (error.kind === 'unsupported' || error.kind === 'no-permission')
      throw FileSystemError.NoPermissions(error.message);
    throw FileSystemError.Unavailable(error.message);
  }
}

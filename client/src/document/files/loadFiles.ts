import {
  Disposable,
  EventEmitter,
  FileType,
  Uri,
  commands,
  workspace,
  type FileChangeEvent,
  type FileSystemProvider,
} from 'vscode';
import type { EngineFiles } from '../../commands/files/files.ts';
import type { FilesOf } from '../../engine/files/source.ts';
import { Disposables } from '../../lifecycle.ts';
import { authorityOf, filesScheme } from './address.ts';
import type { EngineFileSystem, FileSystemOptions } from './fileSystem.ts';

/** Registers the file system, and loads it when the first file is asked for. */
export class LoadedFiles implements FileSystemProvider, EngineFiles {
  readonly #options: FileSystemOptions;
  readonly #all = new Disposables();
  readonly #changes = this.#all.add(new EventEmitter<FileChangeEvent[]>());
  readonly onDidChangeFile = this.#changes.event;
  #files: Promise<EngineFileSystem> | undefined;

  constructor(options: FileSystemOptions) {
    this.#options = options;
    this.#all.add(workspace.registerFileSystemProvider(filesScheme, this, { isCaseSensitive: true }));
  }

  readonly stat: FileSystemProvider['stat'] = async (uri) => (await this.#load()).stat(uri);
  readonly readDirectory: FileSystemProvider['readDirectory'] = async (uri) => (await this.#load()).readDirectory(uri);
  readonly readFile: FileSystemProvider['readFile'] = async (uri) => (await this.#load()).readFile(uri);
  readonly writeFile: FileSystemProvider['writeFile'] = async (uri, data, how) =>
    (await this.#load()).writeFile(uri, data, how);
  readonly createDirectory: FileSystemProvider['createDirectory'] = async (uri) =>
    (await this.#load()).createDirectory(uri);
  readonly delete: FileSystemProvider['delete'] = async (uri, how) => (await this.#load()).delete(uri, how);
  readonly rename: FileSystemProvider['rename'] = async (from, to, how) => (await this.#load()).rename(from, to, how);

  /** What others change in a container nobody tells; the explorer's own refresh looks again. */
  watch(): Disposable {
    return new Disposable(() => {});
  }

  async list(of: FilesOf, path: string): ReturnType<EngineFiles['list']> {
    const entries = await this.readDirectory(addressOf(of, path));
    return entries
      .map(([name, type]) => ({ name, folder: (type & FileType.Directory) !== 0 }))
      .toSorted((a, b) => Number(b.folder) - Number(a.folder) || a.name.localeCompare(b.name));
  }

  async open(of: FilesOf, path: string): Promise<void> {
    await commands.executeCommand('vscode.open', addressOf(of, path));
  }

  async browse(of: FilesOf, name: string): Promise<boolean> {
    const uri = addressOf(of, '/');
    if (workspace.getWorkspaceFolder(uri)) {
      await commands.executeCommand('revealInExplorer', uri);
      return true;
    }
    const folders = workspace.workspaceFolders ?? [];
    return workspace.updateWorkspaceFolders(folders.length, 0, { uri, name });
  }

  dispose(): void {
    void this.#files?.then((files) => files.dispose());
    this.#all.dispose();
  }

  #load(): Promise<EngineFileSystem> {
    this.#files ??= import('./fileSystem.ts').then(({ EngineFileSystem }) => {
      const files = new EngineFileSystem(this.#options);
      this.#all.add(files.onDidChangeFile((changes) => this.#changes.fire(changes)));
      return files;
    });
    return this.#files;
  }
}

function addressOf(of: FilesOf, path: string): Uri {
  return Uri.from({ scheme: filesScheme, authority: authorityOf(of), path });
}

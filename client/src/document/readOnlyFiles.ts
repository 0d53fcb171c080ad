import {
  Disposable,
  EventEmitter,
  FilePermission,
  FileSystemError,
  FileType,
  type FileChangeEvent,
  type FileChangeType,
  type FileStat,
  type FileSystemProvider,
  type Uri,
} from 'vscode';

/** What stands in one file. The version rises with every change. */
export interface FileSource {
  text(): string;
  version(): number;
}

/** A tab that was restored after a reload asks for what has gone with the session before. */
const gone: FileSource = {
  text: () => 'What stood here was not kept. Run the command again to see it anew.\n',
  version: () => 0,
};

/**
 * The file system behind our read-only documents. (A text document content provider would do for complete texts, but the
 * editor replaces the whole text at every change of one beyond 100,000 characters, and with it selection and find
 * results; of a file it takes over only the lines that differ.)
 */
export class ReadOnlyFiles implements FileSystemProvider, Disposable {
  readonly #files = new Map<string, FileSource>();
  readonly #changes = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;
  /** Versions begin anew when a document is taken over; times of files do not. */
  readonly #born = Date.now();

  set(uri: Uri, source: FileSource): void {
    this.#files.set(uri.toString(), source);
  }

  delete(uri: Uri): void {
    this.#files.delete(uri.toString());
  }

  changed(uri: Uri, type: FileChangeType): void {
    this.#changes.fire([{ uri, type }]);
  }

  stat(uri: Uri): FileStat {
    const source = this.#source(uri);
    return {
      type: FileType.File,
      ctime: this.#born,
      mtime: this.#born + source.version(),
      size: Buffer.byteLength(source.text()),
      permissions: FilePermission.Readonly,
    };
  }

  readFile(uri: Uri): Uint8Array {
    return Buffer.from(this.#source(uri).text());
  }

  watch(): Disposable {
    return new Disposable(() => {});
  }

  readDirectory(uri: Uri): never {
    throw FileSystemError.FileNotADirectory(uri);
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#changes.dispose();
    this.#files.clear();
  }

  #source(uri: Uri): FileSource {
    return this.#files.get(uri.toString()) ?? gone;
  }
}

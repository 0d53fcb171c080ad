import type { LogView } from '../document/logView.ts';
import type { Disposable } from '../lifecycle.ts';

/**
 * All that a command asks of the person in front of the editor. `undefined` always means: dismissed, so stop quietly.
 * The adapter over VS Code is `vscodeUi.ts`; tests use `test/support/ui.ts`.
 */
export interface Ui {
  pick<T>(options: PickOptions<T>): Promise<T | undefined>;
  pickMany<T>(options: PickManyOptions<T>): Promise<readonly T[] | undefined>;
  /** Any number of the things that fit what is typed; all of them are selected until one is taken out. */
  pickMatching<T>(options: PickMatchingOptions<T>): Promise<readonly T[] | undefined>;
  input(options: InputOptions): Promise<string | undefined>;
  /** A file or folder of the machine the extension runs on, as an absolute path. */
  pickPath(options: PickPathOptions): Promise<string | undefined>;
  /** A modal question with one button that does it; Escape is no. */
  confirm(options: ConfirmOptions): Promise<boolean>;
  /** A modal question with several ways on; answers the one that was pressed. */
  ask<A extends string>(options: AskOptions<A>): Promise<A | undefined>;
  /** A notification; answers the action that was pressed. */
  notify<A extends string>(message: Message<A>): Promise<A | undefined>;
  /** Shows that something takes long. The signal aborts when the person presses cancel. */
  progress<T>(options: ProgressOptions, task: (report: ReportProgress, signal: AbortSignal) => Promise<T>): Promise<T>;
  /** A read-only document that is complete at once: inspect, history. */
  showDocument(options: DocumentOptions): Promise<void>;
  /** A read-only document that grows: logs, build output. */
  openStream(options: StreamDocumentOptions): Promise<StreamDocument>;
  /** A read-only document with a log; disposed, its source has ended, and it stays to be read. */
  openLog(options: LogDocumentOptions): Promise<Disposable>;
  /** The log in the document of this address, as menus hand it over, else in the active editor. */
  openedLog(resource: unknown): OpenedLog | undefined;
  openTerminal(options: TerminalOptions): void;
  /**
   * Runs a program in a terminal tab, without a shell: arguments are data. Resolves when the tab is gone, with the exit
   * code; `undefined` when the person closed it or the program could not be started.
   */
  runInTerminal(options: ProgramOptions): Promise<number | undefined>;
  /**
   * Runs a program as `runInTerminal` does, in the terminal tab of its `reuse`: the next run under the same key writes below
   * what the last one wrote. While that still runs, another tab is taken. Resolves with the program's end.
   */
  runInReusedTerminal(options: ReusedProgramOptions): Promise<number | undefined>;
  openFile(path: string, options?: { line?: number }): Promise<void>;
  openExternal(url: string): Promise<void>;
  copy(text: string): Promise<void>;
  /** Starts another command of ours or of the editor, as the way out of an error. */
  run(command: string, ...args: readonly unknown[]): Promise<void>;
  /** Underlines a line of a file, replacing what the same `owner` said of that file; `[]` takes it away. */
  setProblems(owner: string, path: string, problems: readonly Problem[]): void;
  readonly log: Log;
}

export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: unknown): void;
  show(): void;
}

export interface Choice<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** A codicon's name, `trash`. */
  readonly icon?: string;
  /** Selected beforehand; where one is picked, the row that has the focus at first. */
  readonly picked?: boolean;
  /** Starts a new group under this heading. */
  readonly separator?: string;
  readonly value: T;
}

export interface PickOptions<T> {
  readonly title: string;
  readonly placeholder?: string;
  readonly choices: readonly Choice<T>[] | Promise<readonly Choice<T>[]>;
  /** Lets the person type something else: makes a choice of it. */
  readonly custom?: (text: string) => Choice<T> | undefined;
  /** The n-th of m questions. */
  readonly step?: { readonly current: number; readonly total: number };
}

export interface PickManyOptions<T> extends Omit<PickOptions<T>, 'custom'> {
  /** Said of the present selection, as it changes: `3 selected, frees 1.2 GB`. */
  readonly summary?: (selected: readonly T[]) => string;
}

export interface PickMatchingOptions<T> extends Pick<PickManyOptions<T>, 'title' | 'placeholder' | 'summary'> {
  /** What fits a text, which is empty at first, or a sentence on what is wrong with it. Asked at every change of it. */
  readonly match: (text: string) => readonly Choice<T>[] | string;
  /** When it resolves the rows are asked for once more: more is known of them. */
  readonly renewed?: Promise<unknown>;
}

export interface InputOptions {
  readonly title: string;
  readonly prompt?: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly password?: boolean;
  readonly step?: PickOptions<unknown>['step'];
  /** Says what is wrong, or nothing. */
  readonly validate?: (value: string) => string | undefined;
}

export interface PickPathOptions {
  readonly title: string;
  /** `newFile` is one to be written; the editor asks before one that is there is replaced. */
  readonly kind: 'file' | 'folder' | 'newFile';
  readonly start?: string;
  /** Of a new file: how it is to be called unless the person says otherwise. */
  readonly name?: string;
}

export interface ConfirmOptions {
  readonly message: string;
  readonly detail?: string;
  /** The button's verb: `Remove`. */
  readonly action: string;
}

export interface AskOptions<A extends string> {
  readonly message: string;
  readonly detail?: string;
  /** Verbs, the most likely first. Escape and the added Cancel answer none of them. */
  readonly actions: readonly A[];
}

export interface Message<A extends string> {
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
  readonly actions?: readonly A[];
}

export interface ProgressOptions {
  readonly title: string;
  readonly cancellable: boolean;
  readonly where?: 'notification' | 'window';
}

/** `increment` in percent of the whole; absent: endless. */
export type ReportProgress = (progress: { message?: string; increment?: number }) => void;

export interface DocumentOptions {
  /** Shown as the tab's name; the language follows from its extension: `web.json`. */
  readonly name: string;
  readonly text: string;
}

export interface StreamDocumentOptions {
  /** Shown as the tab's name; the language follows from its extension: `web.log`. */
  readonly name: string;
  /** What is shown, whatever its name: an open document of the same id is taken over, emptied, its source stopped. */
  readonly id: string;
  /** In the active group with the focus, or beside it without; or not before `show` is called. */
  readonly reveal?: 'active' | 'beside' | 'later';
  /** Called when the person closes the document, so that its source can stop. */
  readonly onClose: () => void;
}

/** A log that a document shows. */
export interface OpenedLog {
  /** The tab's name: `web.log`. */
  readonly name: string;
  readonly view: LogView;
  /** Reads it anew, with the options that hold now. */
  restart(): void;
}

export interface LogDocumentOptions extends OpenedLog {
  /** As that of a `StreamDocumentOptions`. */
  readonly id: string;
  readonly onClose: () => void;
}

export interface StreamDocument extends Disposable {
  append(text: string): void;
  clear(): void;
  /** Brings it to the front; what was written is there also when the source has ended. */
  show(): Promise<void>;
}

export interface ProgramOptions {
  /** The tab's name. */
  readonly name: string;
  /** An absolute path, or a name in the PATH. */
  readonly program: string;
  readonly args: readonly string[];
}

export interface ReusedProgramOptions extends ProgramOptions {
  readonly reuse: string;
  readonly cwd: string;
  /** Beyond the environment of the extension; an empty value is as good as none. */
  readonly env: Readonly<Record<string, string>>;
}

/** A terminal tab over any source of bytes; mirrors VS Code's Pseudoterminal. */
export interface TerminalOptions {
  readonly name: string;
  readonly icon?: string;
  open(terminal: TerminalHandle, size: { columns: number; rows: number } | undefined): void;
  input(data: string): void;
  resize(size: { columns: number; rows: number }): void;
  close(): void;
}

export interface TerminalHandle {
  write(text: string): void;
  /** Ends the terminal; with a code other than 0 VS Code keeps it and says so. */
  end(exitCode?: number): void;
}

/** `line` and columns count from 0; without columns the whole line's text is meant. */
export interface Problem {
  readonly line: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'info';
}

import { commands, env, Range, Uri, window } from 'vscode';
import { ReadOnlyDocuments } from '../document/readOnlyDocuments.ts';
import { Disposables, type Disposable } from '../lifecycle.ts';
import { runInTerminal } from '../terminal/program.ts';
import { ReusedTerminals } from '../terminal/reusedTerminals.ts';
import { openTerminal } from '../terminal/pseudoterminal.ts';
import type {
  AskOptions,
  ConfirmOptions,
  DocumentOptions,
  InputOptions,
  LogDocumentOptions,
  Message,
  OpenedLog,
  PickManyOptions,
  PickMatchingOptions,
  PickOptions,
  PickPathOptions,
  Problem,
  ProgramOptions,
  ProgressOptions,
  ReportProgress,
  ReusedProgramOptions,
  StreamDocument,
  StreamDocumentOptions,
  TerminalOptions,
  Ui,
} from './ui.ts';
import { input, pickPath } from './vscode/inputBox.ts';
import { OutputLog } from './vscode/log.ts';
import { ask, notify, progress } from './vscode/messages.ts';
import { Problems } from './vscode/problems.ts';
import { pick, pickMany, pickMatching } from './vscode/quickPick.ts';

/** The port to the person, over VS Code. */
export class VscodeUi implements Ui, Disposable {
  readonly #disposables = new Disposables();
  readonly #documents = this.#disposables.add(new ReadOnlyDocuments());
  readonly #terminals = this.#disposables.add(new ReusedTerminals());
  readonly #problems = this.#disposables.add(new Problems());
  readonly log = this.#disposables.add(new OutputLog());

  async pick<T>(options: PickOptions<T>): Promise<T | undefined> {
    return await pick(options);
  }

  async pickMany<T>(options: PickManyOptions<T>): Promise<readonly T[] | undefined> {
    return await pickMany(options);
  }

  async pickMatching<T>(options: PickMatchingOptions<T>): Promise<readonly T[] | undefined> {
    return await pickMatching(options);
  }

  async input(options: InputOptions): Promise<string | undefined> {
    return await input(options);
  }

  async pickPath(options: PickPathOptions): Promise<string | undefined> {
    return await pickPath(options);
  }

  async confirm({ action, ...question }: ConfirmOptions): Promise<boolean> {
    return (await ask({ ...question, actions: [action] })) === action;
  }

  async ask<A extends string>(options: AskOptions<A>): Promise<A | undefined> {
    return await ask(options);
  }

  async notify<A extends string>(message: Message<A>): Promise<A | undefined> {
    return await notify(message);
  }

  async progress<T>(
    options: ProgressOptions,
    task: (report: ReportProgress, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    return await progress(options, task);
  }

  async showDocument(options: DocumentOptions): Promise<void> {
    await this.#documents.show(options);
  }

  async openStream(options: StreamDocumentOptions): Promise<StreamDocument> {
    return await this.#documents.open(options);
  }

  async openLog(options: LogDocumentOptions): Promise<Disposable> {
    return await this.#documents.openLog(options);
  }

  openedLog(resource: unknown): OpenedLog | undefined {
    return this.#documents.openedLog(resource);
  }

  openTerminal(options: TerminalOptions): void {
    openTerminal(options);
  }

  async runInTerminal(options: ProgramOptions): Promise<number | undefined> {
    return await runInTerminal(options);
  }

  async runInReusedTerminal(options: ReusedProgramOptions): Promise<number | undefined> {
    return await this.#terminals.run(options);
  }

  async openFile(path: string, { line }: { line?: number } = {}): Promise<void> {
    const selection = line === undefined ? {} : { selection: new Range(line, 0, line, 0) };
    await window.showTextDocument(Uri.file(path), selection);
  }

  async openExternal(url: string): Promise<void> {
    await env.openExternal(Uri.parse(url, true));
  }

  async copy(text: string): Promise<void> {
    await env.clipboard.writeText(text);
  }

  async run(command: string, ...args: readonly unknown[]): Promise<void> {
    await commands.executeCommand(command, ...args);
  }

  setProblems(owner: string, path: string, problems: readonly Problem[]): void {
    this.#problems.set(owner, path, problems);
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

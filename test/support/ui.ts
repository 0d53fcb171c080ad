import type {
  AskOptions,
  Choice,
  ConfirmOptions,
  DocumentOptions,
  InputOptions,
  Log,
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
} from '../../client/src/ui/ui.ts';
import { matches, Script, type Typed, type Words } from './script.ts';
import { ShownStream, ShownTerminal } from './shown.ts';

export { typed } from './script.ts';

/** A task whose progress is shown; `cancel` is the person pressing the button. */
export interface ShownProgress {
  readonly options: ProgressOptions;
  readonly messages: string[];
  percent: number;
  ended: boolean;
  cancel(): void;
}

/**
 * A person in front of the editor, by a script: answers are queued with the words of the questions they are for, and
 * given in that order; a question that the script does not expect is an error. What was shown is kept to be looked at.
 */
export class ScriptedUi implements Ui {
  readonly #script = new Script();
  readonly notifications: { severity: string; text: string; actions: readonly string[] }[] = [];
  readonly documents: DocumentOptions[] = [];
  readonly streams: ShownStream[] = [];
  readonly terminals: ShownTerminal[] = [];
  readonly programs: (ProgramOptions | ReusedProgramOptions)[] = [];
  readonly progresses: ShownProgress[] = [];
  readonly files: { path: string; line?: number }[] = [];
  readonly urls: string[] = [];
  readonly commands: { command: string; args: readonly unknown[] }[] = [];
  readonly problems = new Map<string, readonly Problem[]>();
  readonly logged: string[] = [];
  clipboard = '';
  /** The log that was opened last: that of the active editor. */
  openedLast: OpenedLog | undefined;
  /** Called when a task starts to show its progress: the place to press cancel from. */
  onProgress: (progress: ShownProgress) => void = () => {};

  readonly log: Log = {
    debug: (message) => this.logged.push(`debug ${message}`),
    info: (message) => this.logged.push(`info ${message}`),
    warn: (message) => this.logged.push(`warning ${message}`),
    error: (message, error) =>
      this.logged.push(`error ${message} ${error instanceof Error ? (error.stack ?? '') : ''}`),
    show: () => this.logged.push('shown'),
  };

  /** Answers a quick pick by its row's label, or types. Without an answer the box is dismissed. */
  onPick(title: Words, answer?: Words | Typed, look?: (rows: readonly Choice<unknown>[]) => void): this {
    this.#script.add({ kind: 'pick', words: title, answer, look });
    return this;
  }

  /** Selects the rows of these labels; `all` what is there, `preset` what is selected beforehand. */
  onPickMany(
    title: Words,
    answer?: readonly Words[] | 'all' | 'preset',
    look?: (rows: readonly Choice<unknown>[], summary: string | undefined) => void,
  ): this {
    this.#script.add({ kind: 'pickMany', words: title, answer, look });
    return this;
  }

  /** Types a pattern and takes all that fit it, or the rows of these labels; `rejected` are typed before, and are no patterns. */
  onPickMatching(
    title: Words,
    text: string,
    options: {
      readonly answer?: readonly Words[] | 'all' | undefined;
      readonly rejected?: readonly string[];
      readonly look?: (rows: readonly Choice<unknown>[], summary: string | undefined) => void;
    } = { answer: 'all' },
  ): this {
    const { answer, rejected = [], look } = options;
    this.#script.add({ kind: 'pickMatching', words: title, text, answer, rejected, look });
    return this;
  }

  /** Types into an input box; `rejected` are tried before, and must be refused. */
  onInput(title: Words, answer?: string, options: { rejected?: readonly string[] } = {}): this {
    this.#script.add({ kind: 'input', words: title, answer, rejected: options.rejected ?? [] });
    return this;
  }

  onPickPath(title: Words, answer?: string): this {
    this.#script.add({ kind: 'pickPath', words: title, answer });
    return this;
  }

  /** Answers a modal question by its button; without an answer it is dismissed. */
  onAsk(message: Words, answer?: string, look?: (question: AskOptions<string>) => void): this {
    this.#script.add({ kind: 'ask', words: message, answer, look });
    return this;
  }

  /** Presses an action of a notification. Notifications need not be expected. */
  onNotify(text: Words, answer: string): this {
    this.#script.add({ kind: 'notify', words: text, answer });
    return this;
  }

  /** Ends a program in a terminal with this exit code. */
  onProgram(name: Words, exitCode?: number): this {
    this.#script.add({ kind: 'program', words: name, answer: exitCode });
    return this;
  }

  /** Fails when an answer was queued whose question never came. */
  done(): void {
    this.#script.done();
  }

  async pick<T>(options: PickOptions<T>): Promise<T | undefined> {
    const { answer, look } = this.#script.take('pick', options.title);
    const choices = await options.choices;
    look?.(choices);
    if (answer === undefined) return undefined;
    if (typeof answer === 'object' && 'typed' in answer) {
      const choice = options.custom?.(answer.typed);
      if (!choice) throw new Error(`"${answer.typed}" typed into "${options.title}" makes no choice`);
      return choice.value;
    }
    return found(choices, answer, options.title).value;
  }

  async pickMany<T>(options: PickManyOptions<T>): Promise<readonly T[] | undefined> {
    const { answer, look } = this.#script.take('pickMany', options.title);
    const choices = await options.choices;
    const preset = choices.filter(({ picked }) => picked === true).map(({ value }) => value);
    look?.(choices, options.summary?.(preset));
    if (answer === undefined) return undefined;
    if (answer === 'preset') return preset;
    if (answer === 'all') return choices.map(({ value }) => value);
    return answer.map((words) => found(choices, words, options.title).value);
  }

  async pickMatching<T>(options: PickMatchingOptions<T>): Promise<readonly T[] | undefined> {
    const { answer, look, rejected, text } = this.#script.take('pickMatching', options.title);
    await options.renewed;
    for (const wrong of rejected) {
      if (typeof options.match(wrong) !== 'string') throw new Error(`"${options.title}" accepts "${wrong}"`);
    }
    const choices = options.match(text);
    if (typeof choices === 'string') throw new Error(`"${options.title}" refuses "${text}": ${choices}`);
    look?.(choices, options.summary?.(choices.map(({ value }) => value)));
    if (answer === undefined) return undefined;
    if (answer === 'all') return choices.map(({ value }) => value);
    return answer.map((words) => found(choices, words, options.title).value);
  }

  async input(options: InputOptions): Promise<string | undefined> {
    const { answer, rejected } = this.#script.take('input', options.title);
    for (const text of rejected) {
      if (options.validate?.(text) === undefined) throw new Error(`"${options.title}" accepts "${text}"`);
    }
    const problem = answer === undefined ? undefined : options.validate?.(answer);
    if (problem !== undefined) throw new Error(`"${options.title}" refuses "${answer}": ${problem}`);
    return answer;
  }

  async pickPath(options: PickPathOptions): Promise<string | undefined> {
    return this.#script.take('pickPath', options.title).answer;
  }

  async confirm({ action, ...question }: ConfirmOptions): Promise<boolean> {
    return (await this.ask({ ...question, actions: [action] })) === action;
  }

  async ask<A extends string>(options: AskOptions<A>): Promise<A | undefined> {
    const { answer, look } = this.#script.take('ask', options.message);
    look?.(options);
    const action = options.actions.find((offered) => offered === answer);
    if (answer !== undefined && action === undefined)
      throw new Error(`"${options.message}" does not offer "${answer}" but ${options.actions.join(', ')}`);
    return action;
  }

  async notify<A extends string>({ severity, text, actions = [] }: Message<A>): Promise<A | undefined> {
    this.notifications.push({ severity, text, actions });
    const answer = this.#script.takeIf('notify', text)?.answer;
    return actions.find((offered) => offered === answer);
  }

  async progress<T>(
    options: ProgressOptions,
    task: (report: ReportProgress, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const abort = new AbortController();
    const shown: ShownProgress = {
      options,
      messages: [],
      percent: 0,
      ended: false,
      cancel: () => {
        if (!options.cancellable) throw new Error(`"${options.title}" cannot be cancelled`);
        abort.abort();
      },
    };
    this.progresses.push(shown);
    this.onProgress(shown);
    try {
      return await task(({ message, increment }) => {
        if (message !== undefined) shown.messages.push(message);
        shown.percent += increment ?? 0;
      }, abort.signal);
    } finally {
      shown.ended = true;
    }
  }

  async showDocument(options: DocumentOptions): Promise<void> {
    this.documents.push(options);
  }

  async openStream(options: StreamDocumentOptions): Promise<StreamDocument> {
    for (const open of this.streams) if (open.id === options.id) open.close();
    const stream = new ShownStream(options);
    this.streams.push(stream);
    return stream;
  }

  async openLog({ view, restart, ...options }: LogDocumentOptions): Promise<StreamDocument> {
    const stream = await this.openStream(options);
    const shown = this.streams.at(-1);
    view.onDidChange(() => {
      if (shown) shown.text = view.toString();
    });
    this.openedLast = { name: options.name, view, restart };
    return stream;
  }

  openedLog(): OpenedLog | undefined {
    return this.openedLast;
  }

  openTerminal(options: TerminalOptions): void {
    this.terminals.push(new ShownTerminal(options));
  }

  async runInTerminal(options: ProgramOptions): Promise<number | undefined> {
    this.programs.push(options);
    return this.#script.take('program', options.name).answer;
  }

  async runInReusedTerminal(options: ReusedProgramOptions): Promise<number | undefined> {
    return this.runInTerminal(options);
  }

  async openFile(path: string, { line }: { line?: number } = {}): Promise<void> {
    this.files.push({ path, ...(line === undefined ? {} : { line }) });
  }

  async openExternal(url: string): Promise<void> {
    this.urls.push(url);
  }

  async copy(text: string): Promise<void> {
    this.clipboard = text;
  }

  async run(command: string, ...args: readonly unknown[]): Promise<void> {
    this.commands.push({ command, args });
  }

  setProblems(_owner: string, path: string, problems: readonly Problem[]): void {
    this.problems.set(path, problems);
  }
}

function found<T>(choices: readonly Choice<T>[], words: Words, title: string): Choice<T> {
  const choice = choices.find(({ label }) => matches(label, words));
  if (choice) return choice;
  throw new Error(`"${title}" has no row "${String(words)}" but ${choices.map(({ label }) => label).join(', ')}`);
}

import { extensions, window, workspace, type LogOutputChannel, type Memento, type TextDocument } from 'vscode';
import { join } from 'node:path';
import type { ServerRequests } from '../../../server/src/protocol/requests.ts';
import type { ClientAnswers } from './imageAnswers.ts';
import type { LanguageServer } from '../languageClient.ts';
import { Disposables, Emitter, type Disposable, type Event } from '../lifecycle.ts';
import type { Ui } from '../ui/ui.ts';
import { Coexistence } from './coexistence.ts';
import { editorHost } from './editorHost.ts';
import { Restarts } from './restarts.ts';
import { isLanguageId, isWanted, type LanguageId } from './roles.ts';
import { LanguageStatus } from './status.ts';

export interface LanguageSupportOptions {
  /** Absolute path of the extension's folder. */
  readonly extensionPath: string;
  readonly ui: Ui;
  /** How the server's questions about images are answered. */
  readonly answers: ClientAnswers;
  /** Remembers per workspace. */
  readonly memory: Memento;
}

/** Five deaths in three minutes are no accident. */
const limit = { deaths: 5, within: 180_000 };

/** Old sides of diffs and the like are not edited. */
const passive = new Set(['git', 'git-commit', 'vscode-scm', 'output', 'gantry']);

/** Starts the language server when the first Dockerfile or compose file opens, and keeps it to its roles. */
export class LanguageSupport implements Disposable {
  readonly #options: LanguageSupportOptions;
  readonly #all = new Disposables();
  readonly #coexistence: Coexistence;
  readonly #status: LanguageStatus;
  readonly #roleChanges = this.#all.add(new Emitter<void>());
  #restarts = new Restarts(limit);
  #channel: LogOutputChannel | undefined;
  #server: Promise<LanguageServer> | undefined;

  constructor(options: LanguageSupportOptions) {
    this.#options = options;
    this.#coexistence = new Coexistence(editorHost(options.memory), options.ui);
    this.#status = this.#all.add(new LanguageStatus((language) => this.#coexistence.leftTo(language)));
    this.#all.add(workspace.onDidOpenTextDocument((document) => void this.#opened(document)));
    this.#all.add(workspace.onDidChangeConfiguration(() => void this.#rolesChanged()));
    this.#all.add(extensions.onDidChange(() => void this.#rolesChanged()));
    for (const document of workspace.textDocuments) void this.#opened(document);
  }

  /** Fires when what Gantry does for a language may have changed. */
  readonly onDidChangeRoles: Event<void> = this.#roleChanges.event;

  /** Whether Gantry helps to edit files of the language, or leaves that to another extension. */
  edits(language: LanguageId): boolean {
    return this.#coexistence.roles()[language].editing;
  }

  /** Asks the server one of our own requests; starts it when it does not run. */
  async request<M extends keyof ServerRequests>(
    method: M,
    params: ServerRequests[M]['params'],
  ): Promise<ServerRequests[M]['result']> {
    return (await this.#start()).request(method, params);
  }

  async restart(): Promise<void> {
    this.#restarts = new Restarts(limit);
    await this.#stop();
    await this.#start().catch(() => undefined);
  }

  async choose(): Promise<void> {
    await this.#coexistence.choose();
    await this.#rolesChanged();
  }

  showLog(): void {
    this.#log().show();
  }

  dispose(): void {
    this.#all.dispose();
    // The library goes on logging until the process is gone.
    void this.#stop().finally(() => this.#channel?.dispose());
  }

  async #opened(document: TextDocument): Promise<void> {
    const { languageId } = document;
    if (!isOurs(document) || !isLanguageId(languageId)) return;
    await this.#rolesChanged();
    await this.#coexistence.meet(languageId);
    await this.#rolesChanged();
  }

  async #rolesChanged(): Promise<void> {
    this.#status.refresh();
    this.#roleChanges.fire();
    const wanted = isWanted(this.#coexistence.roles());
    if (wanted && workspace.textDocuments.some(isOurs)) void this.#start().catch(() => undefined);
    else if (!wanted) await this.#stop();
    const server = await this.#server?.catch(() => undefined);
    server?.setRoles(this.#coexistence.roles());
  }

  /** Single-flight: whoever asks while it starts waits for the same. */
  #start(): Promise<LanguageServer> {
    this.#server ??= this.#launch();
    return this.#server;
  }

  async #stop(): Promise<void> {
    const old = this.#server;
    this.#server = undefined;
    this.#status.set('idle');
    await old?.then((server) => server.stop()).catch(() => undefined);
  }

  /** Starts the server, again and again when it dies over it; throws when that was too often. */
  async #launch(): Promise<LanguageServer> {
    this.#status.set('starting');
    const { startLanguageServer } = await import('../languageClient.ts');
    for (;;) {
      try {
        const server = await startLanguageServer({
          module: join(this.#options.extensionPath, 'dist', 'server.cjs'),
          channel: this.#log(),
          roles: this.#coexistence.roles(),
          answers: this.#options.answers,
          onDied: () => void this.#died(server),
        });
        this.#status.set('running');
        return server;
      } catch (error) {
        if (this.#restarts.died()) continue;
        const reason = error instanceof Error ? error.message : String(error);
        void this.#tell(`The language server cannot be started: ${reason}`);
        throw error;
      }
    }
  }

  /** Starts another one, silently, unless that happens all the time. */
  async #died(server: LanguageServer): Promise<void> {
    const current = await this.#server?.catch(() => undefined);
    if (current !== server) return;
    await this.#stop();
    if (this.#restarts.died()) await this.#start().catch(() => undefined);
    else await this.#tell('The language server stopped five times in three minutes, and is not started again.');
  }

  async #tell(text: string): Promise<void> {
    this.#status.set('stopped');
    const restart = 'Start again';
    const log = 'Show log';
    const pressed = await this.#options.ui.notify({ severity: 'error', text, actions: [restart, log] });
    if (pressed === restart) await this.restart();
    else if (pressed === log) this.showLog();
  }

  #log(): LogOutputChannel {
    this.#channel ??= window.createOutputChannel('Gantry Language Server', { log: true });
    return this.#channel;
  }
}

function isOurs({ languageId, uri }: TextDocument): boolean {
  return isLanguageId(languageId) && !passive.has(uri.scheme);
}

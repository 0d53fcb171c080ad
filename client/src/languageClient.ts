import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  TransportKind,
  type DocumentSelector,
  type StaticFeature,
} from 'vscode-languageclient/node';
import { Uri, workspace, type Diagnostic, type LogOutputChannel } from 'vscode';
import { serverSettings } from '../../server/src/protocol/readSettings.ts';
import type { ServerRequests } from '../../server/src/protocol/requests.ts';
import { languagesOf, takeFeatures, type Feature } from './language/features.ts';
import { namesOf } from './language/names.ts';
import { Restarts } from './language/restarts.ts';
import {
  isLanguageId,
  languageIds,
  reports,
  sameRoles,
  type LanguageId,
  type RolesByLanguage,
} from './language/roles.ts';
import type { Disposable } from './lifecycle.ts';

export interface LanguageServerOptions {
  /** Absolute path of the server's bundle. */
  readonly module: string;
  readonly channel: LogOutputChannel;
  readonly roles: RolesByLanguage;
  /** Called once when the server has died too often to be started again. */
  readonly onGaveUp: () => void;
}

/** Five deaths in three minutes are no accident. */
const limit = { deaths: 5, within: 180_000 };

/** A bundle of its own, loaded when the first of our documents opens: the language client library is large. */
export async function startLanguageServer(options: LanguageServerOptions): Promise<LanguageServer> {
  const server = new LanguageServer(options);
  try {
    await server.start();
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/** The running server: one process, restarted when it dies. */
export class LanguageServer implements Disposable {
  readonly #client: QuietClient;
  readonly #features: RoledFeatures;

  constructor(options: LanguageServerOptions) {
    const restarts = new Restarts(limit);
    this.#features = new RoledFeatures(options.roles);
    const features = this.#features;
    this.#client = new QuietClient(
      'gantry.language',
      'Gantry language server',
      { module: options.module, transport: TransportKind.ipc },
      {
        documentSelector: selectorOf(languageIds),
        outputChannel: options.channel,
        initializationFailedHandler: () => false,
        errorHandler: {
          error: (_error, _message, count) => ({
            action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
            handled: true,
          }),
          closed: () => {
            if (restarts.died()) return { action: CloseAction.Restart, handled: true };
            options.onGaveUp();
            return { action: CloseAction.DoNotRestart, handled: true };
          },
        },
        middleware: {
          workspace: {
            configuration: async (params, token, next) => {
              const answers = await next(params, token);
              if (!Array.isArray(answers)) return answers;
              return params.items.map(({ section }, index): unknown =>
                serverSettings.some((key) => key === section) ? answers[index] : null,
              );
            },
            // The server asks for what it may know; nothing is sent along.
            didChangeConfiguration: (_sections, next) => next(undefined),
          },
          handleDiagnostics: (uri, diagnostics, next) => {
            next(uri, features.ours(uri, diagnostics));
          },
          provideDiagnostics: async (document, _previous, token, next) => {
            // Without the previous result's id the server never answers "unchanged" to a change of roles.
            const report = await next(document, undefined, token);
            if (!report || !('items' in report)) return report;
            const uri = document instanceof Uri ? document : document.uri;
            return { ...report, items: features.ours(uri, report.items) };
          },
        },
      },
    );
    this.#client.registerFeature(this.#features.of(this.#client));
  }

  start(): Promise<void> {
    return this.#client.start();
  }

  /** Asks one of our own requests. Rejects when the server does not run or fails to answer. */
  request<M extends keyof ServerRequests>(
    method: M,
    params: ServerRequests[M]['params'],
  ): Promise<ServerRequests[M]['result']> {
    return this.#client.sendRequest(method, params);
  }

  /** Offers features in the languages that now want them, without a restart. */
  setRoles(roles: RolesByLanguage): void {
    this.#features.setRoles(roles);
  }

  /** Resolves when the process is gone, or was told to go and did not in two seconds. */
  async stop(): Promise<void> {
    await this.#client.dispose().catch(() => undefined);
  }

  dispose(): void {
    void this.stop();
  }
}

/** Says nothing in notifications by itself: whoever owns the server does, in our words. The log has it all. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
  override info(message: string, data?: unknown): void {
    super.info(message, data, false);
  }
  override warn(message: string, data?: unknown): void {
    super.warn(message, data, false);
  }
}

/** Registers the server's features for the languages whose roles want them, and anew when the roles change. */
class RoledFeatures {
  #roles: RolesByLanguage;
  #offered: readonly Feature[] = [];
  #client: LanguageClient | undefined;

  constructor(roles: RolesByLanguage) {
    this.#roles = roles;
  }

  /** The part that the client library runs when the server has said what it can do. */
  of(client: LanguageClient): StaticFeature {
    this.#client = client;
    return {
      fillClientCapabilities: () => undefined,
      preInitialize: (capabilities) => {
        this.#offered = takeFeatures(capabilities);
      },
      initialize: () => {
        this.#register();
      },
      getState: () => ({ kind: 'static' }),
      clear: () => {
        this.#offered = [];
      },
    };
  }

  setRoles(roles: RolesByLanguage): void {
    if (sameRoles(roles, this.#roles)) return;
    for (const { method } of this.#offered) dynamic(this.#client, method)?.unregister(idOf(method));
    this.#roles = roles;
    this.#register();
  }

  /** Without the problems that are left to another extension. */
  ours(uri: Uri, diagnostics: Diagnostic[]): Diagnostic[] {
    const language = languageOf(uri);
    if (language === undefined) return diagnostics;
    const roles = this.#roles[language];
    return diagnostics.filter((diagnostic) => reports(roles, namesOf(diagnostic)));
  }

  #register(): void {
    for (const feature of this.#offered) {
      const languages = languagesOf(feature, this.#roles);
      if (languages.length === 0) continue;
      dynamic(this.#client, feature.method)?.register({
        id: idOf(feature.method),
        registerOptions: { ...feature.options, documentSelector: selectorOf(languages) },
      });
    }
  }
}

const idOf = (method: string): string => `gantry.${method}`;

/** What the library's features have in common; its own typing has an overload per method. */
interface RegisteredFeature {
  register(data: { readonly id: string; readonly registerOptions: object }): void;
  unregister(id: string): void;
}

function dynamic(client: LanguageClient | undefined, method: string): RegisteredFeature | undefined {
  return client?.getFeature(method as 'textDocument/hover');
}

/** Files, new documents, and whatever file systems the workspace's folders are on; not the old sides of diffs. */
function selectorOf(languages: readonly LanguageId[]): DocumentSelector {
  const schemes = new Set(['file', 'untitled', ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
  return languages.flatMap((language) => [...schemes].map((scheme) => ({ language, scheme })));
}

function languageOf(uri: Uri): LanguageId | undefined {
  const id = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.languageId;
  return id !== undefined && isLanguageId(id) ? id : undefined;
}

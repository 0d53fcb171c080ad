import { CloseAction, ErrorAction, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import { Uri, type LogOutputChannel } from 'vscode';
import { serverSettings } from '../../server/src/protocol/readSettings.ts';
import type { ServerRequests } from '../../server/src/protocol/requests.ts';
import type { ClientAnswers } from './language/imageAnswers.ts';
import { selectorOf } from './language/documents.ts';
import { QuietClient } from './language/quietClient.ts';
import { RoledFeatures } from './language/roledFeatures.ts';
import { languageIds, type RolesByLanguage } from './language/roles.ts';
import type { Disposable } from './lifecycle.ts';

export interface LanguageServerOptions {
  /** Absolute path of the server's bundle. */
  readonly module: string;
  readonly channel: LogOutputChannel;
  readonly roles: RolesByLanguage;
  readonly answers: ClientAnswers;
  /** Called once when the server has ended by itself. */
  readonly onDied: () => void;
}

/**
 * Starts the server and settles when it is ready; throws when it cannot be started or dies meanwhile.
 * This module is a bundle of its own, loaded when the first of our documents opens: the client library is large.
 */
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

/** The running server: one process. It is not started again here; whoever owns it decides about that. */
export class LanguageServer implements Disposable {
  readonly #client: QuietClient;
  readonly #features: RoledFeatures;
  #state: 'starting' | 'running' | 'dead' = 'starting';

  constructor(options: LanguageServerOptions) {
    this.#features = new RoledFeatures(options.roles);
    this.#client = new QuietClient(
      'gantry.language',
      'Gantry language server',
      { module: options.module, transport: TransportKind.ipc },
      {
        documentSelector: selectorOf(languageIds),
        initializationOptions: { images: true, suggestCommand: 'editor.action.triggerSuggest' },
        outputChannel: options.channel,
        initializationFailedHandler: () => false,
        errorHandler: {
          // A message that cannot be sent means that the process is gone, which `closed` tells too. Shutting down over it
          // would leave the server stopped without anybody knowing.
          error: () => ({ action: ErrorAction.Continue, handled: true }),
          closed: () => {
            if (this.#state === 'running') options.onDied();
            this.#state = 'dead';
            return { action: CloseAction.DoNotRestart, handled: true };
          },
        },
        middleware: middleware(this.#features),
      },
    );
    this.#client.registerFeature(this.#features.of(this.#client));
    answer(this.#client, options.answers);
  }

  async start(): Promise<void> {
    await this.#client.start();
    // The library's start also succeeds when the process dies just after its first answer.
    if (this.#hasDied()) throw new Error('it ended while it started');
    this.#state = 'running';
  }

  #hasDied(): boolean {
    return this.#state === 'dead';
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

/** Ties the server's own requests to their answers. An error goes back as one: the server does without. */
function answer(client: QuietClient, answers: ClientAnswers): void {
  for (const [method, handler] of Object.entries(answers))
    client.onRequest(method, (params: never): Promise<unknown> => handler(params));
}

/** What passes between the server and the editor, cut down to what the server may know and is to report. */
function middleware(features: RoledFeatures): NonNullable<LanguageClientOptions['middleware']> {
  return {
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
      return { ...report, items: features.ours(document instanceof Uri ? document : document.uri, report.items) };
    },
  };
}

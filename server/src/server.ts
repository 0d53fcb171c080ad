import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import { filePath } from './workspace/filePath.ts';
import type { Files, Language, LanguageHost, LintContext } from './language.ts';
import { capabilities } from './lsp/capabilities.ts';
import { openDocuments } from './lsp/documents.ts';
import { registerFeatures } from './lsp/features.ts';
import { describe } from './lsp/guard.ts';
import { ProblemSource } from './lsp/problems.ts';
import { Quiet } from './lsp/quiet.ts';
import { clientAnswers } from './lsp/clientAnswers.ts';
import { DiagnosticsPush } from './lsp/push.ts';
import { registerRequests } from './lsp/requests.ts';
import { SettingsSource } from './lsp/settings.ts';
import type { ShellCheck } from './shellcheck/shellcheck.ts';
import { SurroundingsCache, type Surroundings } from './lsp/surroundings.ts';

export interface ServerOptions {
  /** The languages this server answers for, built once the client's abilities are known. */
  readonly languages: (host: LanguageHost) => readonly Language[];
  /** Reads what surrounds a document (configuration files); the settings are added here. */
  readonly surroundings: (uri: string) => Promise<Surroundings>;
  /** A rule's page, if it is there to be opened. */
  readonly docs?: (id: string) => string | undefined;
  /** What that page says, in Markdown. */
  readonly rulePage?: (id: string) => string | undefined;
  readonly version: string;
  /** Called when nobody has typed for some seconds. */
  readonly onQuiet?: () => void;
  /** The process's environment, for what may be configured there. */
  readonly env?: NonNullable<LanguageHost['env']>;
  /** Absent where nothing outside the documents may be looked at. */
  readonly files?: Files;
  /** Reads a file that is not open; absent with `files`. */
  readonly readText?: (path: string) => Promise<string | undefined>;
  /** Absent where no program may be started. */
  readonly shellCheck?: (log: LanguageHost['log']) => ShellCheck;
}

/** What exists from `initialize` on. */
interface Session {
  readonly client: ClientCapabilities;
  readonly languages: readonly Language[];
  readonly settings: SettingsSource;
  readonly surroundings: SurroundingsCache;
  readonly contextOf: (uri: string) => Promise<LintContext>;
  readonly problems: ProblemSource;
  /** Absent when the client asks for diagnostics itself. */
  readonly push?: DiagnosticsPush;
}

/** Serves a connection until the client says `exit`: documents in, answers of their languages out. Knows no language. */
export function startServer(connection: Connection, options: ServerOptions): void {
  let session: Session | undefined;
  const log = (message: string): void => {
    try {
      connection.console.error(message);
    } catch {
      // The connection is gone, and whoever would read this with it.
    }
  };
  const quiet = new Quiet({ pause: 5_000, call: options.onQuiet ?? (() => {}) });
  const documents = openDocuments(() => session?.languages ?? []);

  connection.onInitialize((params) => {
    session = open(params);
    const pull = session.push === undefined;
    return {
      capabilities: capabilities(session.languages, { pull }),
      serverInfo: { name: 'Gantry', version: options.version },
    };
  });

  connection.onInitialized(() => {
    void watch().catch((error: unknown) => {
      log(`cannot watch for changes: ${describe(error)}`);
    });
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    session?.settings.changed(settings);
    refresh();
  });
  connection.onDidChangeWatchedFiles(() => {
    session?.surroundings.forget();
    for (const language of session?.languages ?? []) language.filesChanged?.();
    refresh();
  });
  connection.onShutdown(() => {
    session?.push?.dispose();
    quiet.dispose();
  });

  documents.onDidChangeContent(({ document }) => {
    session?.push?.schedule(document.uri);
    quiet.touch();
  });
  documents.onDidClose(({ document: { uri } }) => {
    session?.settings.forget(uri);
    session?.surroundings.forget(uri);
    session?.push?.close(uri);
  });
  registerFeatures(connection, {
    documents,
    client: () => started().client,
    problems: () => started().problems,
    settingsOf: (uri) => started().settings.for(uri),
    contextOf: (uri) => started().contextOf(uri),
    log,
  });
  registerRequests(connection, { documents, languages: () => started().languages, log });
  documents.listen(connection);
  connection.listen();

  function open({ capabilities: client, initializationOptions }: InitializeParams): Session {
    const settings = new SettingsSource(connection, { client, initial: initializationOptions as unknown });
    const surroundings = new SurroundingsCache(options.surroundings, { watched: watches(client) });
    const contextOf = async (uri: string): Promise<LintContext> => {
      const [own, around] = await Promise.all([settings.for(uri), surroundings.of(uri)]);
      return { ...around, settings: own };
    };
    const problems = new ProblemSource({
      contextOf,
      isCurrent: (document) => documents.get(document.uri)?.document === document,
      docs: options.docs ?? (() => undefined),
    });
    const pulls = client.textDocument?.diagnostic !== undefined;
    return {
      client,
      languages: options.languages({
        client,
        log,
        ...(options.env && { env: options.env }),
        ...(options.docs && { docs: options.docs }),
        ...(options.rulePage && { rulePage: options.rulePage }),
        ...(options.files && { files: options.files }),
        ...(options.readText && {
          readText: async (path) => openText(path) ?? (await options.readText?.(path)),
          openText,
        }),
        ...(options.shellCheck && { shellCheck: options.shellCheck(log) }),
        refresh: refreshOne,
        ...clientAnswers(connection, initializationOptions),
      }),
      settings,
      surroundings,
      contextOf,
      problems,
      ...(!pulls && {
        push: new DiagnosticsPush({ connection, problems, log, current: (uri) => documents.get(uri) }),
      }),
    };
  }

  /** What an open document says is newer than its file. */
  function openText(path: string): string | undefined {
    return documents
      .all()
      .find(({ uri }) => filePath(uri) === path)
      ?.text.getText();
  }

  function started(): Session {
    if (session === undefined) throw new Error('a request came before initialize');
    return session;
  }

  /** Asks to hear of changed settings and configuration files, from clients that tell on request only. */
  async function watch(): Promise<void> {
    const { client, languages } = started();
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration === true)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'gantry' });
    const globs = [...new Set(languages.flatMap(({ watchedFiles }) => watchedFiles ?? []))];
    if (watches(client) && globs.length > 0)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: globs.map((globPattern) => ({ globPattern })),
      });
  }

  /** Something that problems depend on has changed: all open documents are looked at again. */
  function refresh(): void {
    session?.problems.forget();
    ask(documents.all().map(({ uri }) => uri));
  }

  /** More is known of one document. */
  function refreshOne(uri: string): void {
    const open = documents.get(uri);
    if (open === undefined) return;
    session?.problems.forget(open.document);
    ask([uri]);
  }

  function ask(uris: readonly string[]): void {
    if (session === undefined) return;
    const { client, push } = session;
    for (const uri of uris) push?.schedule(uri);
    if (push === undefined && client.workspace?.diagnostics?.refreshSupport === true)
      connection.languages.diagnostics.refresh().catch((error: unknown) => {
        log(`cannot ask for a refresh: ${describe(error)}`);
      });
  }
}

function watches(client: ClientCapabilities): boolean {
  return client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
}

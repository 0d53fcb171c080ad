import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { test as base } from 'vitest';
import { languages } from '../../server/src/languages.ts';
import { startServer, type ServerOptions } from '../../server/src/server.ts';

export interface WireOptions extends Partial<
  Pick<ServerOptions, 'languages' | 'surroundings' | 'docs' | 'files' | 'readText' | 'shellCheck'>
> {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Answers `workspace/configuration`, by full key. */
  readonly configuration?: (key: string) => unknown;
}

/** A client's end of a connection to a server in this process, over two in-memory streams. */
export interface Wire {
  readonly client: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** What the server logged. */
  readonly log: readonly string[];
  /** Every push of diagnostics so far. */
  readonly pushed: readonly PublishDiagnosticsParams[];
  readonly open: (uri: string, text: string, languageId?: string) => void;
  /** Replaces a whole document. */
  readonly change: (uri: string, text: string, version: number) => void;
  /** The first pushed diagnostics of that document (and version) that come, or came already. */
  readonly diagnostics: (uri: string, version?: number) => Promise<Diagnostic[]>;
  /** Waits until the server has asked to register for the method. */
  readonly registered: (method: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Starts a real server and a real client on it, and shakes hands. */
async function connect(options: WireOptions = {}): Promise<Wire> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(ProposedFeatures.all, toServer, toClient);
  startServer(server, {
    languages: options.languages ?? languages,
    surroundings: options.surroundings ?? (() => Promise.resolve({})),
    ...(options.docs && { docs: options.docs }),
    ...(options.shellCheck && { shellCheck: options.shellCheck }),
    ...(options.files && { files: options.files }),
    ...(options.readText && { readText: options.readText }),
    version: '0.0.0',
  });
  const client = createProtocolConnection(toClient, toServer);
  const log: string[] = [];
  const pushed: PublishDiagnosticsParams[] = [];
  const registrations = new Map<string, unknown>();
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const check of waiting) check();
  };
  const until = <T>(find: () => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const check = (): void => {
        const found = find();
        if (found === undefined) return;
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      check();
    });

  client.onNotification('window/logMessage', ({ message }: { message: string }) => {
    log.push(message);
    wake();
  });
  client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    pushed.push(params);
    wake();
  });
  client.onRequest(
    'client/registerCapability',
    (params: { registrations: { method: string; registerOptions?: unknown }[] }) => {
      for (const { method, registerOptions } of params.registrations) registrations.set(method, registerOptions ?? {});
      wake();
      return null;
    },
  );
  client.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
    items.map(({ section }) => options.configuration?.(section) ?? null),
  );
  client.listen();
  const initialized = await client.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? {},
    initializationOptions: options.initializationOptions,
  });
  await client.sendNotification('initialized', {});

  return {
    client,
    initialized,
    log,
    pushed,
    open: (uri, text, languageId = 'dockerfile') =>
      void client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, text, version) =>
      void client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    diagnostics: (uri, version) =>
      until(
        () =>
          pushed.findLast((push) => push.uri === uri && (version === undefined || push.version === version))
            ?.diagnostics,
      ),
    registered: (method) => until(() => registrations.get(method)),
    close: async () => {
      await client.sendRequest('shutdown');
      client.dispose();
      server.dispose();
    },
  };
}

/** A test that is handed `start`: what it starts is closed when it ends. */
export const test = base.extend<{ start: (options?: WireOptions) => Promise<Wire> }>({
  // oxlint-disable-next-line no-empty-pattern -- vitest reads the names of the fixtures that one needs from the pattern
  start: async ({}, use) => {
    const started: Wire[] = [];
    await use(async (options) => {
      const wire = await connect(options);
      started.push(wire);
      return wire;
    });
    await Promise.all(started.map((wire) => wire.close()));
  },
});

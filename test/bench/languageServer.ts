import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { median, milliseconds, percentile, printTable } from './table.ts';

export interface ServerCommand {
  readonly name: string;
  /** A script that Node runs, with its arguments. */
  readonly script: string;
  readonly args: readonly string[];
  readonly initializationOptions?: unknown;
  /** Sent once with `workspace/didChangeConfiguration`, for servers that want to be told. */
  readonly settings?: unknown;
}

export interface Sample {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
}

/** A language server as a process of its own, spoken to over standard input and output. */
export class MeasuredServer implements Disposable {
  readonly name: string;
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #sample: Sample;
  #version = 1;
  #heard: (params: PublishDiagnosticsParams) => void = () => {};
  /** Diagnostics are asked for, as VS Code does where a server offers that; the others send them when they like. */
  #pulls = false;
  readonly #lacks = new Set<string>();

  private constructor({ name }: ServerCommand, sample: Sample, server: ChildProcess, connection: ProtocolConnection) {
    this.name = name;
    this.#sample = sample;
    this.#process = server;
    this.#connection = connection;
  }

  /** Starts a server, opens the sample, and waits for its first diagnostics. */
  static async start(command: ServerCommand, sample: Sample): Promise<MeasuredServer> {
    const server = spawn(process.execPath, [command.script, ...command.args], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const measured = new MeasuredServer(command, sample, server, connection);
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      measured.#heard(params);
    });
    // Servers that ask for settings get none, so that they use their own; but a ShellCheck that happens to be here is not measured.
    connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
      items.map(({ section }) => (section === 'gantry.lint.shellcheck.path' ? 'off' : null)),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      // Some servers push nothing to a client that does not say so.
      capabilities: {
        textDocument: {
          publishDiagnostics: {},
          diagnostic: {},
          semanticTokens: { requests: { full: true }, tokenTypes: [], tokenModifiers: [], formats: ['relative'] },
        },
      },
      initializationOptions: command.initializationOptions,
    });
    await connection.sendNotification('initialized', {});
    if (command.settings !== undefined)
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: command.settings });
    if (!capabilities.documentFormattingProvider) measured.#lacks.add('formatting');
    if (!capabilities.documentSymbolProvider) measured.#lacks.add('documentSymbol');
    measured.#pulls = capabilities.diagnosticProvider !== undefined;
    const first = measured.#diagnostics();
    await connection.sendNotification('textDocument/didOpen', { textDocument: { ...sample, version: 1 } });
    await (measured.#pulls ? measured.#pull() : first);
    return measured;
  }

  /** Replaces a piece of one line by another of the same length; answers the time to the next diagnostics, in ms. */
  async edit(line: number, { from, text }: { readonly from: number; readonly text: string }): Promise<number> {
    const { uri } = this.#sample;
    this.#version += 1;
    const range = { start: { line, character: from }, end: { line, character: from + text.length } };
    const diagnostics = this.#diagnostics();
    const started = performance.now();
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: this.#version },
      contentChanges: [{ range, text }],
    });
    await (this.#pulls ? this.#pull() : diagnostics);
    return performance.now() - started;
  }

  /** The time of a request about a place, or about the whole file, in ms; `NaN` where the server does not offer that. */
  async ask(
    method: 'completion' | 'hover' | 'semanticTokens/full' | 'documentSymbol' | 'formatting',
    position?: { readonly line: number; readonly character: number },
  ): Promise<number> {
    if (this.#lacks.has(method)) return Number.NaN;
    const started = performance.now();
    await this.#connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri: this.#sample.uri },
      ...(method === 'formatting' && { options: { tabSize: 2, insertSpaces: true } }),
      ...(position && { position }),
    });
    return performance.now() - started;
  }

  /** Resident memory in MB; `NaN` where the system has no /proc. */
  async memory(): Promise<number> {
    const status = await readFile(`/proc/${String(this.#process.pid)}/status`, 'utf8').catch(() => '');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1_000;
  }

  [Symbol.dispose](): void {
    this.#connection.dispose();
    this.#process.kill();
  }

  async #pull(): Promise<void> {
    await this.#connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: this.#sample.uri } });
  }

  #diagnostics(): Promise<void> {
    return new Promise((resolve) => {
      this.#heard = ({ uri, version = this.#version }) => {
        if (uri === this.#sample.uri && version === this.#version) resolve();
      };
    });
  }
}

export interface Places {
  /** Where to type, alternately `texts[0]` and `texts[1]`, which are as long as each other. */
  readonly edit: { readonly line: number; readonly from: number; readonly texts: readonly [string, string] };
  readonly completion: { readonly line: number; readonly character: number };
  readonly hover: { readonly line: number; readonly character: number };
  /** Asks for the semantic tokens of the whole file as well. */
  readonly tokens?: boolean;
  /** Asks for the outline of the whole file, and how it is formatted, as well. */
  readonly symbolsAndFormatting?: boolean;
}

/** Measures servers side by side, one round of each in turn, and prints medians with the first one's share of the others. */
export async function compareServers(
  title: string,
  commands: readonly ServerCommand[],
  { sample, places, rounds = 60 }: { readonly sample: Sample; readonly places: Places; readonly rounds?: number },
): Promise<void> {
  const servers: MeasuredServer[] = [];
  try {
    for (const command of commands) servers.push(await MeasuredServer.start(command, sample));
    const figures = servers.map(() => new Map<string, number[]>());
    for (let round = 0; round < rounds; round += 1) {
      for (const [i, server] of servers.entries()) {
        const note = (what: string, time: number): void => {
          figures[i]?.set(what, [...(figures[i].get(what) ?? []), time]);
        };
        const { line, from, texts } = places.edit;
        note('edit to diagnostics', await server.edit(line, { from, text: texts[round % 2 === 0 ? 0 : 1] }));
        note('completion', await server.ask('completion', places.completion));
        note('hover', await server.ask('hover', places.hover));
        if (places.tokens === true) note('semantic tokens', await server.ask('semanticTokens/full'));
        if (places.symbolsAndFormatting !== true) continue;
        note('symbols', await server.ask('documentSymbol'));
        note('formatting', await server.ask('formatting'));
      }
    }
    const busy = await Promise.all(servers.map((server) => server.memory()));
    // Some servers tidy up once nobody types.
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    const rest = await Promise.all(servers.map((server) => server.memory()));
    // The first rounds are the warm-up of each.
    const warm = (values: readonly number[] = []): readonly number[] => values.slice(Math.floor(rounds / 4));
    const rows: string[][] = [];
    for (const what of figures[0]?.keys() ?? []) {
      const values = figures.map((figure) => warm(figure.get(what)));
      rows.push([what, ...compared(values.map(median), milliseconds)]);
      const p95 = values.map((list) => percentile(list, 95));
      rows.push(['  p95', ...compared(p95, milliseconds)]);
    }
    const megabytes = (value: number): string => `${value.toFixed(0)} MB`;
    rows.push(['memory after typing', ...compared(busy, megabytes)], ['memory at rest', ...compared(rest, megabytes)]);
    const head = servers.flatMap(({ name }, i) => (i === 0 ? [name] : [name, 'ours / theirs']));
    printTable(title, ['', ...head], rows);
  } finally {
    for (const server of servers) server[Symbol.dispose]();
  }
}

function compared([own = Number.NaN, ...others]: readonly number[], format: (value: number) => string): string[] {
  return [format(own), ...others.flatMap((value) => [format(value), (own / value).toFixed(2)])];
}

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Language, LintContext } from '../language.ts';
import { languages } from '../languages.ts';
import { readConfig, type LintConfig } from '../lint/config.ts';
import { formatJson } from '../lint/formats/json.ts';
import { formatTty } from '../lint/formats/tty.ts';
import { severities, type Problem } from '../lint/problem.ts';
import { languageOf } from '../lsp/documents.ts';
import { readSettings } from '../protocol/readSettings.ts';
import { diskFiles } from '../workspace/files.ts';
import { findFiles } from '../workspace/findFiles.ts';
import { readSurroundings } from '../workspace/surroundings.ts';
import { parseLintArguments, usage, type LintArguments } from './arguments.ts';

/** The process, as far as the command needs it. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Colors can be shown. */
  readonly terminal: boolean;
  readonly stdin: () => Promise<string>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** A linted file: the path as it was given or found, and what is wrong in it. */
export interface FileReport {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** `gantry lint`. Answers the exit status; throws `UsageError`. */
export async function lintCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = parseLintArguments(args, terminal.env);
  if (options.help) {
    terminal.out(usage);
    return 0;
  }
  const run = new LintRun(options, terminal);
  for await (const path of run.inputs()) await run.lint(path);
  return run.finish();
}

class LintRun {
  readonly #options: LintArguments;
  readonly #terminal: Terminal;
  readonly #languages: readonly Language[];
  readonly #reports: FileReport[] = [];
  readonly #faults = new Set<string>();
  #config: LintConfig | undefined;
  #failed = false;

  constructor(options: LintArguments, terminal: Terminal) {
    this.#options = options;
    this.#terminal = terminal;
    this.#languages = languages({
      client: {},
      env: terminal.env,
      files: diskFiles,
      log: (message) => {
        this.#fault(message);
      },
    });
  }

  /** The files to lint: those named, and those found in the folders that are named. */
  async *inputs(): AsyncIterable<string> {
    yield* this.#options.files;
    for (const path of this.#options.paths) {
      if (path === '-') yield path;
      else
        try {
          yield* findFiles(path, {
            cwd: this.#terminal.cwd,
            wanted: (name) => this.#languages.some(({ fileNames }) => fileNames.test(name)),
          });
        } catch (error) {
          this.#fault(`${path}: ${reason(error)}`);
        }
    }
  }

  /** What goes wrong with one file is said, and the others are linted all the same. */
  async lint(path: string): Promise<void> {
    try {
      const text =
        path === '-' ? await this.#terminal.stdin() : await readFile(resolve(this.#terminal.cwd, path), 'utf8');
      this.#reports.push({ path, text, problems: await this.#problems(path, text) });
    } catch (error) {
      this.#fault(`${path}: ${reason(error)}`);
    }
  }

  finish(): number {
    const { format, noFail, noColor } = this.#options;
    const { out, err, terminal } = this.#terminal;
    const json = (format ?? this.#config?.format) === 'json';
    const color = terminal && !noColor && this.#config?.noColor !== true;
    out(json ? formatJson(this.#reports) : formatTty(this.#reports, { color }));
    for (const fault of this.#faults) err(`gantry: ${fault}\n`);
    if (this.#faults.size > 0) return 2;
    return this.#failed && !noFail && this.#config?.noFail !== true ? 1 : 0;
  }

  async #problems(path: string, text: string): Promise<readonly Problem[]> {
    const { cwd, env } = this.#terminal;
    const file = resolve(cwd, path === '-' ? 'Dockerfile' : path);
    const uri = pathToFileURL(file).href;
    const surroundings = await readSurroundings(uri, env);
    const config = this.#readConfig(surroundings);
    const language = this.#languageOf(uri, path);
    const context: LintContext = {
      ...surroundings,
      settings: readSettings(() => undefined),
      buildArgs: this.#options.buildArgs,
    };
    const document = language.open(TextDocument.create(uri, language.ids[0] ?? '', 0, text));
    const problems = (await language.provideProblems?.(document, context, { isCancellationRequested: false })) ?? [];
    this.#failed ||= problems.some(({ severity }) => reaches(severity, config));
    return problems;
  }

  /** By name; what is named otherwise is a Dockerfile, unless its extension says YAML. */
  #languageOf(uri: string, path: string): Language {
    const known = languageOf(this.#languages, { languageId: '', uri });
    const guess = /\.ya?ml$/i.test(path) ? 'dockercompose' : 'dockerfile';
    const language = known ?? languageOf(this.#languages, { languageId: guess, uri });
    if (language === undefined) throw new Error('neither a Dockerfile nor a compose file');
    return language;
  }

  #readConfig(surroundings: Omit<LintContext, 'settings'>): LintConfig {
    const config = readConfig(surroundings, this.#terminal.env);
    for (const fault of config.faults) this.#fault(`${surroundings.hadolintConfig?.path ?? 'environment'}: ${fault}`);
    this.#config ??= config;
    return config;
  }

  #fault(message: string): void {
    this.#faults.add(message);
  }
}

function reaches(severity: Problem['severity'], { failureThreshold = 'info' }: LintConfig): boolean {
  if (failureThreshold === 'ignore' || failureThreshold === 'none') return true;
  return severities.indexOf(severity) <= severities.indexOf(failureThreshold);
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'no such file or folder';
  if (code === 'EACCES') return 'permission denied';
  if (code === 'EISDIR') return 'is a folder';
  return message;
}

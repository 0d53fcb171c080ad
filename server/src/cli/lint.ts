import { resolve } from 'node:path';
import { readConfig, type LintConfig } from '../lint/config.ts';
import { withLayer } from '../lint/configLayer.ts';
import { isFormatName, reportFormats, type FormatName } from '../lint/formats/index.ts';
import { codeOf, type FileReport, type ReportOptions } from '../lint/formats/report.ts';
import { severities, type Problem } from '../lint/problem.ts';
import { chapters } from '../rules.ts';
import { UsageError } from './arguments.ts';
import { unifiedDiff } from './diff.ts';
import { fixAll } from './fixing.ts';
import { inOrder } from './inOrder.ts';
import { inputs } from './inputs.ts';
import { Linter, type HadolintConfig, type LintedFile } from './linter.ts';
import { lintUsage, parseLintArguments, type LintArguments } from './lintArguments.ts';
import { Faults, reason, type Terminal } from './terminal.ts';
import { readTextFile, writeTextFile } from './textFile.ts';

/** `gantry lint`. Answers the exit status; throws `UsageError`. */
export async function lintCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = parseLintArguments(args, terminal.env);
  if (options.help) {
    terminal.out(lintUsage);
    return 0;
  }
  if (options.fix === 'write' && options.paths.includes('-') && options.paths.length + options.files.length > 1)
    throw new UsageError('--fix writes standard input to standard output, so - goes alone with it', lintUsage);
  const run = new LintRun(options, terminal);
  await run.all();
  return run.finish();
}

/** What came of a file; it is told in the order of the files, whichever is ready first. */
interface Outcome {
  readonly path: string;
  /** Absent where the file's surroundings could not be read. */
  readonly file?: LintedFile;
  readonly report?: FileReport;
  readonly fixed?: { readonly problems: readonly Problem[]; readonly before: string; readonly after: string };
  readonly error?: unknown;
}

/** So many files are under way at a time: while ShellCheck is at work on some, others are read, and their scripts go to it together. */
const atATime = 32;

class LintRun {
  readonly #options: LintArguments;
  readonly #terminal: Terminal;
  readonly #linter: Linter;
  readonly #reports: FileReport[] = [];
  readonly #faults = new Faults();
  #config: LintConfig | undefined;
  #failed = false;

  constructor(options: LintArguments, terminal: Terminal) {
    this.#options = options;
    this.#terminal = terminal;
    this.#linter = new Linter({
      cwd: terminal.cwd,
      env: terminal.env,
      buildArgs: options.buildArgs,
      files: options.files,
      configLayer: options.layer,
      shellCheck: options.shellCheck,
      log: (message) => {
        this.#faults.add(message);
      },
      // Nobody has asked for one that was only found.
      logShellCheck: (message) => {
        if (options.shellCheck !== undefined) this.#faults.add(message);
        else if (options.verbose) terminal.err(`gantry: ${message}\n`);
      },
    });
  }

  async all(): Promise<void> {
    const config = await this.#namedConfig();
    const work = (path: string): Promise<Outcome> => this.#lint(path, config);
    // A file that is named twice, in two ways, is not written twice at once.
    const outcomes = inOrder(this.#paths(), { work, atATime: this.#options.fix === 'write' ? 1 : atATime });
    for await (const outcome of outcomes) this.#tell(outcome);
  }

  async *#paths(): AsyncGenerator<string> {
    const { paths, files } = this.#options;
    yield* files;
    const wanted = (name: string): boolean => this.#linter.knows(name);
    for await (const path of inputs({ cwd: this.#terminal.cwd, paths, wanted, faults: this.#faults }))
      if (!files.includes(path)) yield path;
  }

  finish(): number {
    const { pathInReport, fix } = this.#options;
    if (pathInReport !== undefined && this.#reports.length > 1)
      throw new UsageError(`--file-path-in-report is for one file, and there are ${this.#reports.length}`, lintUsage);
    const reports = this.#reports.map((report) => ({ ...report, path: pathInReport ?? report.path }));
    const format = this.#format();
    if (fix !== 'show') {
      // Standard output is the fixed text's then.
      const toStdin = fix === 'write' && this.#options.paths.includes('-');
      const report = reportFormats[toStdin ? 'tty' : format](reports, this.#reportOptions());
      (toStdin ? this.#terminal.err : this.#terminal.out)(report);
    }
    this.#faults.tell(this.#terminal.err);
    if (this.#faults.any) return 2;
    return this.#failed && !this.#configInForce().noFail && format !== 'codeclimate' && format !== 'codacy' ? 1 : 0;
  }

  /** Lints a file, and writes it when it is to be fixed. Does not throw: what goes wrong with one costs that one only. */
  async #lint(path: string, named: HadolintConfig | undefined): Promise<Outcome> {
    const { cwd, stdin } = this.#terminal;
    let file: LintedFile | undefined;
    try {
      const opened = await this.#linter.open(path, named);
      file = opened;
      const read = path === '-' ? { text: await stdin(), utf8: true } : await readTextFile(resolve(cwd, path));
      if (!this.#options.fix)
        return { path, file, report: { path, text: read.text, problems: await file.problems(read.text) } };
      const { text, fixed, problems } = await fixAll(read.text, (text) => opened.problems(text));
      if (this.#options.fix === 'write' && path !== '-' && text !== read.text) {
        if (!read.utf8) throw new Error('not UTF-8, so it cannot be written back');
        await writeTextFile(resolve(cwd, path), text);
      }
      return {
        path,
        file,
        report: { path, text, problems },
        fixed: { problems: fixed, before: read.text, after: text },
      };
    } catch (error) {
      return { path, ...(file && { file }), error };
    }
  }

  #tell({ path, file, report, fixed, error }: Outcome): void {
    const { out, err } = this.#terminal;
    const { fix, files, verbose } = this.#options;
    const config = file && this.#readConfig(file.hadolintConfig);
    if (verbose && file) err(`gantry: ${path}: ${file.hadolintConfig?.path ?? 'no configuration file'}\n`);
    if (report && fixed) {
      const { before, after, problems } = fixed;
      if (fix === 'show') {
        out(unifiedDiff(before, after, path));
        this.#failed ||= after !== before;
      } else if (path === '-') out(after);
      const verb = fix === 'show' ? 'can be fixed' : 'fixed';
      if (problems.length > 0) err(`gantry: ${path}: ${counted(problems)} ${verb}\n`);
    }
    if (report && config) {
      this.#reports.push(report);
      this.#failed ||= report.problems.some(({ severity }) => reaches(severity, config));
      return;
    }
    // hadolint's -f is our --format.
    const hint = files.includes(path) && isFormatName(path) ? '; say --format for a format' : '';
    this.#faults.add(`${path}: ${reason(error)}${hint}`);
  }

  async #namedConfig(): Promise<HadolintConfig | undefined> {
    const { config: path } = this.#options;
    if (path === undefined) return undefined;
    try {
      return { path, text: (await readTextFile(resolve(this.#terminal.cwd, path))).text };
    } catch (error) {
      this.#faults.add(`${path}: ${reason(error)}`);
      return { path, text: '' };
    }
  }

  #readConfig(hadolintConfig: HadolintConfig | undefined): LintConfig {
    const config = withLayer(
      readConfig(hadolintConfig ? { hadolintConfig } : {}, this.#terminal.env),
      this.#options.layer,
    );
    const { faults, format } = config;
    for (const fault of faults) this.#faults.add(`${hadolintConfig?.path ?? 'environment'}: ${fault}`);
    if (format !== undefined && !isFormatName(format))
      this.#faults.add(`${hadolintConfig?.path ?? 'environment'}: there is no format "${format}"`);
    this.#config ??= config;
    return config;
  }

  /** Of the first file; without one, what environment and options say. */
  #configInForce(): LintConfig {
    return this.#config ?? withLayer(readConfig({}, this.#terminal.env), this.#options.layer);
  }

  /** One report has one format: what the first file's configuration says, when no option does. */
  #format(): FormatName {
    const { format = 'tty' } = this.#configInForce();
    return isFormatName(format) ? format : 'tty';
  }

  #reportOptions(): ReportOptions {
    const { terminal, version = '0.0.0', rulePage } = this.#terminal;
    const rules = new Map(chapters.flatMap((chapter) => chapter.rules.map((rule) => [rule.id, rule] as const)));
    return {
      color: terminal && !this.#configInForce().noColor,
      version,
      time: new Date(),
      ruleOf: (id) => {
        const rule = rules.get(id);
        return rule && { ...rule, page: rulePage(id) ?? rule.summary };
      },
    };
  }
}

/** `3 problems (2 DL3020 copy-instead-of-add, 1 DL4000 label-instead-of-maintainer)`. */
function counted(problems: readonly Problem[]): string {
  const counts = new Map<string, number>();
  for (const problem of problems) {
    const name = [...new Set([codeOf(problem), problem.id])].join(' ');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = Array.from(counts, ([name, count]) => `${count} ${name}`).join(', ');
  return `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} (${names})`;
}

function reaches(severity: Problem['severity'], { failureThreshold = 'info' }: LintConfig): boolean {
  if (failureThreshold === 'ignore' || failureThreshold === 'none') return true;
  return severities.indexOf(severity) <= severities.indexOf(failureThreshold);
}

import type { Comment, ShellScript } from './comments.ts';
import { findProgram } from './program.ts';
import { Queue } from './queue.ts';
import { ShellCheckError } from './run.ts';

/** What a document wants to know. */
export interface ShellCheckRequest {
  /** Whose scripts they are: a newer request of the same owner calls off what it does not ask for any more. */
  readonly owner: string;
  readonly scripts: readonly ShellScript[];
  /** The setting `gantry.lint.shellcheck.path`. */
  readonly program: string;
}

export interface ShellCheckAnswer {
  /** What is known now, script by script. */
  readonly comments: readonly (readonly Comment[])[];
  /** Settles when the others are checked or called off, with whether more is known then. Absent when all is known. */
  readonly rest?: Promise<boolean>;
}

/** Checks shell scripts, each once; answers at once with what it knows. */
export interface ShellCheck {
  /** Whether it is worth asking: `false` once it is known that the program is absent or does not work. */
  works(program: string): boolean;
  check(request: ShellCheckRequest): ShellCheckAnswer;
}

export interface ShellCheckOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: (message: string) => void;
}

interface Run {
  readonly abort: AbortController;
  readonly done: Promise<boolean>;
}

const processes = 2;
const remembered = 1_000;

/** The user's own ShellCheck, if there is one. One that is absent, or does not work, is not asked again. */
export class OwnShellCheck implements ShellCheck {
  readonly #options: ShellCheckOptions;
  readonly #queue = new Queue(processes);
  readonly #known = new Map<string, readonly Comment[]>();
  /** By owner, then by script. */
  readonly #runs = new Map<string, Map<string, Run>>();
  readonly #programs = new Map<string, Promise<string | undefined>>();
  readonly #useless = new Set<string>();

  constructor(options: ShellCheckOptions) {
    this.#options = options;
  }

  works(program: string): boolean {
    return !this.#useless.has(program);
  }

  check({ owner, scripts, program }: ShellCheckRequest): ShellCheckAnswer {
    if (this.#useless.has(program)) return { comments: scripts.map(() => []) };
    const wanted = new Map(scripts.map((script) => [`${program}\0${script.dialect}\0${script.text}`, script]));
    const runs = this.#runs.get(owner) ?? new Map<string, Run>();
    for (const [key, { abort }] of runs) {
      if (wanted.has(key)) continue;
      runs.delete(key);
      abort.abort();
    }
    for (const [key, script] of wanted) {
      const known = this.#known.get(key);
      if (known) this.#remember(key, known);
      else if (!runs.has(key))
        runs.set(
          key,
          this.#start({ key, script, program }, () => runs.delete(key)),
        );
    }
    if (runs.size > 0) this.#runs.set(owner, runs);
    else this.#runs.delete(owner);
    const comments = scripts.map(({ dialect, text }) => this.#known.get(`${program}\0${dialect}\0${text}`) ?? []);
    if (runs.size === 0) return { comments };
    const rest = Promise.all(Array.from(runs.values(), ({ done }) => done)).then((news) => news.includes(true));
    return { comments, rest };
  }

  #start(
    { key, script, program }: { readonly key: string; readonly script: ShellScript; readonly program: string },
    ended: () => void,
  ): Run {
    const abort = new AbortController();
    const done = this.#run(script, { program, signal: abort.signal })
      .then(
        (comments) => {
          if (comments) this.#remember(key, comments);
          return comments !== undefined;
        },
        (error: unknown) => {
          if (abort.signal.aborted || this.#useless.has(program)) return false;
          this.#options.log(`ShellCheck: ${error instanceof Error ? error.message : String(error)}`);
          if (error instanceof ShellCheckError && error.kind === 'slow') this.#remember(key, []);
          else this.#useless.add(program);
          return false;
        },
      )
      .finally(() => {
        if (!abort.signal.aborted) ended();
      });
    return { abort, done };
  }

  async #run(
    script: ShellScript,
    { program, signal }: { readonly program: string; readonly signal: AbortSignal },
  ): Promise<readonly Comment[] | undefined> {
    const { env, log } = this.#options;
    if (signal.aborted) return undefined;
    const looking = this.#programs.get(program) ?? findProgram(program, env);
    this.#programs.set(program, looking);
    const path = await looking;
    if (path !== undefined) return await this.#queue.check(script, { program: path, env, signal });
    if (program !== '' && !this.#useless.has(program)) log(`ShellCheck: ${program} is no program, or no absolute path`);
    this.#useless.add(program);
    return undefined;
  }

  /** Keeps the newest. */
  #remember(key: string, comments: readonly Comment[]): void {
    this.#known.delete(key);
    this.#known.set(key, comments);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= remembered) break;
      this.#known.delete(oldest);
    }
  }
}

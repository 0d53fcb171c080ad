import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Language, LintContext } from '../language.ts';
import { languages } from '../languages.ts';
import type { Problem } from '../lint/problem.ts';
import { languageOf } from '../lsp/documents.ts';
import { readSettings } from '../protocol/readSettings.ts';
import { OwnShellCheck } from '../shellcheck/shellcheck.ts';
import { diskFiles, readTextFile } from '../workspace/files.ts';
import { readSurroundings } from '../workspace/surroundings.ts';

export type HadolintConfig = NonNullable<LintContext['hadolintConfig']>;

export interface LinterOptions extends Pick<LintContext, 'buildArgs' | 'configLayer'> {
  /** Files that were named one by one: the compose files among them are one project. */
  readonly files?: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The ShellCheck to use, as the setting `gantry.lint.shellcheck.path` has it. */
  readonly shellCheck?: string | undefined;
  readonly log: (message: string) => void;
  /** Hears of a ShellCheck that does not work. */
  readonly logShellCheck: (message: string) => void;
}

/** A file with what surrounds it, ready to be linted. */
export interface LintedFile {
  readonly hadolintConfig: HadolintConfig | undefined;
  /** The problems of the file as if this were its text. */
  problems(text: string): Promise<readonly Problem[]>;
}

/** The languages, used on files instead of open documents. */
export class Linter {
  readonly #options: LinterOptions;
  readonly #languages: readonly Language[];
  readonly #composeFiles: readonly string[];

  constructor(options: LinterOptions) {
    const { env, log, logShellCheck } = options;
    this.#options = options;
    const shellCheck = new OwnShellCheck({ env, log: logShellCheck });
    this.#languages = languages({ client: {}, env, files: diskFiles, readText: readTextFile, shellCheck, log });
    this.#composeFiles = (options.files ?? [])
      .filter((path) => this.#isCompose(path))
      .map((path) => resolve(options.cwd, path));
  }

  /** Whether a file of this name is meant when a folder is searched. */
  knows(name: string): boolean {
    return this.#languages.some(({ fileNames }) => fileNames.test(name));
  }

  /** `-` is a Dockerfile in the current folder. `named` takes the place of the configuration that would be found. */
  async open(path: string, named: HadolintConfig | undefined): Promise<LintedFile> {
    const { cwd, env, buildArgs, configLayer, shellCheck } = this.#options;
    const uri = pathToFileURL(resolve(cwd, path === '-' ? 'Dockerfile' : path)).href;
    const surroundings = await readSurroundings(uri, env);
    const hadolintConfig = named ?? surroundings.hadolintConfig;
    const context: LintContext = {
      ...surroundings,
      ...(hadolintConfig && { hadolintConfig }),
      ...(buildArgs && { buildArgs }),
      ...(configLayer && { configLayer }),
      ...(this.#composeFiles.length > 1 && { composeFiles: this.#composeFiles }),
      settings: readSettings((key) => (key === 'gantry.lint.shellcheck.path' ? shellCheck : undefined)),
    };
    const language = this.#languageOf(uri, path);
    return {
      hadolintConfig,
      problems: async (text) => {
        const document = language.open(TextDocument.create(uri, language.ids[0] ?? '', 0, text));
        return (await language.provideProblems?.(document, context, { isCancellationRequested: false })) ?? [];
      },
    };
  }

  #isCompose(path: string): boolean {
    return this.#languageOf(pathToFileURL(resolve(this.#options.cwd, path)).href, path).ids.includes('dockercompose');
  }

  /** By name; what is named otherwise is a Dockerfile, unless its extension says YAML. */
  #languageOf(uri: string, path: string): Language {
    const known = languageOf(this.#languages, { languageId: '', uri });
    const guess = /\.ya?ml$/i.test(path) ? 'dockercompose' : 'dockerfile';
    const language = known ?? languageOf(this.#languages, { languageId: guess, uri });
    if (language === undefined) throw new Error('neither a Dockerfile nor a compose file');
    return language;
  }
}

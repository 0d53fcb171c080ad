import type { Diagnostic } from 'vscode-languageserver';
import type { LanguageDocument, LintContext } from '../language.ts';
import { toDiagnostic } from '../lint/diagnostic.ts';
import type { Problem } from '../lint/problem.ts';
import type { RoutedDocument } from './documents.ts';

export interface ProblemOptions {
  /** What surrounds a document: its settings and configuration files. */
  readonly contextOf: (uri: string) => Promise<LintContext>;
  /** Whether a document is still the newest of its file; work on another may stop. */
  readonly isCurrent: (document: LanguageDocument) => boolean;
  /** A rule's page, if it is there to be opened. */
  readonly docs: (id: string) => string | undefined;
}

/** The problems of open documents, computed once per version and configuration, whoever asks. */
export class ProblemSource {
  readonly #options: ProblemOptions;
  #known = new WeakMap<LanguageDocument, Promise<readonly Problem[]>>();
  #generation = 0;

  constructor(options: ProblemOptions) {
    this.#options = options;
  }

  /** Grows whenever what was computed before does not count any more. */
  get generation(): number {
    return this.#generation;
  }

  of(open: RoutedDocument): Promise<readonly Problem[]> {
    const known = this.#known.get(open.document);
    if (known) return known;
    const problems = this.#compute(open);
    this.#known.set(open.document, problems);
    return problems;
  }

  /** Settings or a configuration file changed, or what is known of one document. */
  forget(document?: LanguageDocument): void {
    if (document) this.#known.delete(document);
    else this.#known = new WeakMap();
    this.#generation += 1;
  }

  /** What surrounds a document, as its problems were computed with. */
  context(uri: string): Promise<LintContext> {
    return this.#options.contextOf(uri);
  }

  diagnostic(uri: string, problem: Problem): Diagnostic {
    return toDiagnostic(problem, { uri, docs: this.#options.docs });
  }

  async diagnostics(open: RoutedDocument): Promise<Diagnostic[]> {
    return (await this.of(open)).map((problem) => this.diagnostic(open.uri, problem));
  }

  async #compute({ uri, language, document }: RoutedDocument): Promise<readonly Problem[]> {
    const { contextOf, isCurrent } = this.#options;
    const context = await contextOf(uri);
    if (!context.settings['gantry.lint.enable']) return [];
    const token = {
      get isCancellationRequested() {
        return !isCurrent(document);
      },
    };
    return (await language.provideProblems?.(document, context, token)) ?? [];
  }
}

import { Diagnostic, DiagnosticSeverity, languages, Range, Uri, workspace, type DiagnosticCollection } from 'vscode';
import type { Disposable } from '../../lifecycle.ts';
import type { Problem } from '../ui.ts';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** What commands found wrong in files, apart from what the language server says: one collection per owner. */
export class Problems implements Disposable {
  readonly #collections = new Map<string, DiagnosticCollection>();
  /** What was said last of a file: reading the file takes time, and a newer word may overtake an older one. */
  readonly #latest = new Map<string, readonly Problem[]>();

  set(owner: string, path: string, problems: readonly Problem[]): void {
    void this.#show(this.#collection(owner), { owner, path, problems });
  }

  async #show(
    collection: DiagnosticCollection,
    { owner, path, problems }: { owner: string; path: string; problems: readonly Problem[] },
  ): Promise<void> {
    const uri = Uri.file(path);
    const key = `${owner} ${path}`;
    this.#latest.set(key, problems);
    collection.delete(uri);
    if (problems.length === 0) return;
    const document = await workspace.openTextDocument(uri).then(
      (opened) => opened,
      () => undefined,
    );
    if (this.#latest.get(key) !== problems) return;
    collection.set(
      uri,
      problems.map((problem) => {
        const line = Math.min(problem.line, (document?.lineCount ?? problem.line + 1) - 1);
        const text = document?.lineAt(line);
        const start = problem.startColumn ?? text?.firstNonWhitespaceCharacterIndex ?? 0;
        const end = problem.endColumn ?? text?.range.end.character ?? start;
        const diagnostic = new Diagnostic(
          new Range(line, start, line, end),
          problem.message,
          severities[problem.severity],
        );
        diagnostic.source = `Gantry ${owner}`;
        return diagnostic;
      }),
    );
  }

  #collection(owner: string): DiagnosticCollection {
    const known = this.#collections.get(owner);
    if (known) return known;
    const made = languages.createDiagnosticCollection(`gantry.${owner}`);
    this.#collections.set(owner, made);
    return made;
  }

  dispose(): void {
    for (const collection of this.#collections.values()) collection.dispose();
  }
}

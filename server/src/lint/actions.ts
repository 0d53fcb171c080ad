import type {
  CodeAction,
  CreateFile,
  Diagnostic,
  Range,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { SilenceScope } from '../language.ts';
import { compareProblems, type Problem } from './problem.ts';
import type { FileFix } from './rule.ts';

/** Fixes every problem whose fix is safe; editors run it on save when asked to. */
export const fixAllKind = 'source.fixAll.gantry';

export interface ActionOptions {
  readonly uri: string;
  /** The document's problems, all of them. */
  readonly problems: readonly Problem[];
  readonly range: Range;
  /** The kinds that the client asks for; all when absent. */
  readonly only?: readonly string[];
  readonly silence: (problem: Problem, scope: SilenceScope) => TextEdit | null;
  /** The edit of the configuration file; absent, or `null`, where there is none to edit. */
  readonly silenceInConfig?: (problem: Problem) => WorkspaceEdit | null;
  /** The URI of a file beside the document; absent where no other file can be edited. */
  readonly uriOf?: (path: string) => string;
  readonly toDiagnostic: (problem: Problem) => Diagnostic;
}

/** The fixes of the problems that the range touches, what silences them, and the fix of all that is safe. */
export function problemActions(options: ActionOptions): CodeAction[] {
  const { uri, problems, range, only, silence, silenceInConfig, uriOf, toDiagnostic } = options;
  const actions: CodeAction[] = [];
  const touched = problems.filter((problem) => touches(problem.range, range));
  const edit = (edits: readonly TextEdit[]): WorkspaceEdit => ({ changes: { [uri]: [...edits] } });
  if (wants('quickfix', only)) {
    for (const problem of touched) {
      const diagnostics = [toDiagnostic(problem)];
      for (const fix of [problem.fix, ...(problem.alternatives ?? [])]) {
        if (fix === undefined) continue;
        const isPreferred = fix === problem.fix && fix.safe;
        actions.push({ title: fix.title, kind: 'quickfix', diagnostics, isPreferred, edit: edit(fix.edits) });
      }
      for (const fix of problem.elsewhere ?? [])
        if (uriOf)
          actions.push({
            title: fix.title,
            kind: 'quickfix',
            diagnostics,
            edit: fileEdit(fix, { uri, other: uriOf(fix.path) }),
          });
    }
    const safe = safeFixes(problems);
    if (safe.count > 1 && touched.some(({ fix }) => fix?.safe === true))
      actions.push({ title: `Fix all ${safe.count} safe problems`, kind: 'quickfix', edit: edit(safe.edits) });
    for (const problem of touched) {
      const ignore = (where: string, change: WorkspaceEdit): void => {
        const title = `Ignore ${problem.codes[0] ?? problem.id} ${where}`;
        actions.push({ title, kind: 'quickfix', diagnostics: [toDiagnostic(problem)], edit: change });
      };
      for (const [scope, where] of scopes) {
        const comment = silence(problem, scope);
        if (comment !== null) ignore(where, edit([comment]));
      }
      const config = silenceInConfig?.(problem) ?? null;
      if (config !== null) ignore('in .hadolint.yaml', config);
    }
  }
  if (only !== undefined && wants(fixAllKind, only)) {
    const { count, edits } = safeFixes(problems);
    if (count > 0) actions.push({ title: 'Fix all safe problems', kind: fixAllKind, edit: edit(edits) });
  }
  return actions;
}

/** What a fix changes in another file, and in the document with it. A file that is not there is made first. */
function fileEdit(
  { edits, own = [], create }: FileFix,
  { uri, other }: { readonly uri: string; readonly other: string },
): WorkspaceEdit {
  if (create !== true) return { changes: { [other]: [...edits], ...(own.length > 0 && { [uri]: [...own] }) } };
  const change = (at: string, all: readonly TextEdit[]): TextDocumentEdit => ({
    textDocument: { uri: at, version: null },
    edits: [...all],
  });
  const made: CreateFile = { kind: 'create', uri: other, options: { ignoreIfExists: true } };
  return { documentChanges: [made, change(other, edits), ...(own.length > 0 ? [change(uri, own)] : [])] };
}

const scopes: readonly (readonly [SilenceScope, string])[] = [
  ['line', 'here'],
  ['stage', 'in this stage'],
  ['file', 'in this file'],
];

/** The edits of all safe fixes, from the top; one that overlaps an earlier one waits for the next round. */
export function safeFixes(problems: readonly Problem[]): { readonly count: number; readonly edits: TextEdit[] } {
  const edits: TextEdit[] = [];
  let count = 0;
  for (const { fix } of problems.toSorted(compareProblems)) {
    if (fix?.safe !== true || fix.edits.some((edit) => edits.some((other) => overlaps(edit.range, other.range))))
      continue;
    edits.push(...fix.edits);
    count += 1;
  }
  return { count, edits };
}

/** LSP's kinds are a tree by dots: who asks for `source` wants `source.fixAll.gantry` too. */
export function wants(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`) || asked === '');
}

function touches(a: Range, b: Range): boolean {
  return !before(a.end, b.start) && !before(b.end, a.start);
}

/** Two insertions at the same place overlap too: their order would be a guess. */
function overlaps(a: Range, b: Range): boolean {
  const same = !before(a.start, b.start) && !before(b.start, a.start);
  return same || (before(a.start, b.end) && before(b.start, a.end));
}

function before(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Problem } from './problem.ts';

/** The name under which an editor shows our problems. */
export const diagnosticSource = 'gantry';

/** LSP's grades; hadolint's `style` is a hint. */
const grade: Readonly<Record<Problem['severity'], DiagnosticSeverity>> = { error: 1, warning: 2, info: 3, style: 4 };

/** A problem as LSP reports it; `data` names it again when the client sends it back with a request for actions. */
export function toDiagnostic(
  problem: Problem,
  { uri, docs }: { readonly uri: string; readonly docs: (id: string) => string | undefined },
): Diagnostic {
  const href = problem.kind === 'rule' ? docs(problem.id) : undefined;
  return {
    range: problem.range,
    severity: grade[problem.severity],
    code: problem.id,
    ...(href !== undefined && { codeDescription: { href } }),
    source: diagnosticSource,
    message: problem.message,
    ...(problem.tags && { tags: [...problem.tags] }),
    ...(problem.related && {
      relatedInformation: problem.related.map(({ range, message, uri: other = uri }) => ({
        location: { uri: other, range },
        message,
      })),
    }),
    data: { id: problem.id, kind: problem.kind, codes: problem.codes, ...(problem.fix && { fix: problem.fix }) },
  };
}

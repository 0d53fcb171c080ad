import type { Problem } from '../problem.ts';

/** One JSON array; lines and columns count from 1, the end column is one past the last. */
export function formatJson(
  reports: readonly { readonly path: string; readonly problems: readonly Problem[] }[],
): string {
  const findings = reports.flatMap(({ path, problems }) =>
    problems.map(({ range, severity, id, codes, message }) => ({
      file: path,
      line: range.start.line + 1,
      column: range.start.character + 1,
      endLine: range.end.line + 1,
      endColumn: range.end.character + 1,
      level: severity,
      code: id,
      codes,
      message,
    })),
  );
  return `${JSON.stringify(findings, undefined, 2)}\n`;
}

import { eachProblem, type ReportFormat } from './report.ts';

/** One JSON array; lines and columns count from 1, the end column is one past the last. All of hadolint's keys are in it. */
export const formatJson: ReportFormat = (reports) => {
  const findings = eachProblem(reports, ({ range, severity, id, codes, message }, { path }) => ({
    file: path,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    level: severity,
    code: id,
    codes,
    message,
  }));
  return `${JSON.stringify(findings, undefined, 2)}\n`;
};

import type { Range } from 'vscode-languageserver-types';
import type { Problem } from '../problem.ts';
import { codeOf, eachProblem, type FileReport, type ReportFormat } from './report.ts';

const severities: Readonly<Record<Problem['severity'], string>> = {
  error: 'CRITICAL',
  warning: 'MAJOR',
  info: 'MINOR',
  style: 'INFO',
};

/**
 * SonarQube's generic issues: lines count from 1, columns from 0.
 * @see https://docs.sonarsource.com/sonarqube-server/analyzing-source-code/importing-external-issues/generic-issue-import-format/
 */
export const formatSonarQube: ReportFormat = (reports) => {
  const issues = eachProblem(reports, (problem, report) => ({
    engineId: 'Gantry',
    ruleId: codeOf(problem),
    severity: problem.kind === 'syntax' && problem.severity === 'error' ? 'BLOCKER' : severities[problem.severity],
    type: problem.severity === 'error' ? 'BUG' : 'CODE_SMELL',
    primaryLocation: { message: problem.message, filePath: report.path, textRange: textRange(problem.range, report) },
  }));
  return `${JSON.stringify({ issues }, undefined, 2)}\n`;
};

/** SonarQube refuses a whole report for a range that is empty or ends behind its line: such a one is of lines only. */
function textRange({ start, end }: Range, { text }: FileReport): object {
  const lines = { startLine: start.line + 1, endLine: end.line + 1 };
  const length = text.split(/\r?\n/)[end.line]?.length ?? 0;
  const empty = start.line === end.line && start.character >= end.character;
  return empty || end.character > length ? lines : { ...lines, startColumn: start.character, endColumn: end.character };
}

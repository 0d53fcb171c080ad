import type { Problem } from '../problem.ts';
import { codeOf, eachProblem, type FileReport, type ReportFormat } from './report.ts';

/** Code Climate's words, as hadolint chooses them. */
const severities: Readonly<Record<Problem['severity'], string>> = {
  error: 'blocker',
  warning: 'major',
  info: 'info',
  style: 'minor',
};

/**
 * An issue of Code Climate each, ended by a NUL character.
 * @see https://github.com/codeclimate/platform/blob/master/spec/analyzers/SPEC.md
 */
export const formatCodeClimate: ReportFormat = (reports) =>
  eachProblem(reports, (problem, report) => `${JSON.stringify(codeClimateIssue(problem, report))}\0`).join('');

export function codeClimateIssue(problem: Problem, { path }: FileReport): object {
  const { start, end } = problem.range;
  return {
    type: 'issue',
    check_name: codeOf(problem),
    description: problem.message,
    categories: ['Bug Risk'],
    location: { path, lines: { begin: start.line + 1, end: end.line + 1 } },
    severity: severities[problem.severity],
  };
}

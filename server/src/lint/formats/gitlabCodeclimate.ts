import { createHash } from 'node:crypto';
import type { Problem } from '../problem.ts';
import { codeClimateIssue } from './codeclimate.ts';
import { codeOf, eachProblem, type FileReport, type ReportFormat } from './report.ts';

/**
 * Code Climate's issues as one array with a fingerprint each, as GitLab's Code Quality reads them.
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export const formatGitLabCodeClimate: ReportFormat = (reports) => {
  const seen = new Map<string, number>();
  const issues = eachProblem(reports, (problem, report) => ({
    fingerprint: fingerprint(problem, report, seen),
    ...codeClimateIssue(problem, report),
  }));
  return `${JSON.stringify(issues, undefined, 2)}\n`;
};

/** Says nothing of the line's number, so that an edit above does not make a problem a new one; equal ones are counted. */
function fingerprint(problem: Problem, { path, text }: FileReport, seen: Map<string, number>): string {
  const line = text.split('\n')[problem.range.start.line]?.trim() ?? '';
  const identity = JSON.stringify([path, codeOf(problem), problem.message, line]);
  const count = (seen.get(identity) ?? 0) + 1;
  seen.set(identity, count);
  return createHash('sha1').update(`${identity}${count}`).digest('hex');
}

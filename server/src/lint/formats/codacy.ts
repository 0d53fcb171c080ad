import { codeOf, eachProblem, type ReportFormat } from './report.ts';

/** A JSON object per line, as the tools of Codacy write them. */
export const formatCodacy: ReportFormat = (reports) =>
  eachProblem(reports, (problem, { path }) => {
    const { message, range } = problem;
    return `${JSON.stringify({ filename: path, patternId: codeOf(problem), message, line: range.start.line + 1 })}\n`;
  }).join('');

import { codeOf, eachProblem, type ReportFormat } from './report.ts';

/**
 * A line per problem, `program:file:line: code severity: message`.
 * @see https://www.gnu.org/prep/standards/html_node/Errors.html
 */
export const formatGnu: ReportFormat = (reports) =>
  eachProblem(reports, (problem, { path }) => {
    const { range, severity, message } = problem;
    return `gantry:${path}:${range.start.line + 1}: ${codeOf(problem)} ${severity}: ${oneLine(message)}\n`;
  }).join('');

function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  return text.replaceAll(/[\u0000-\u001F\u007F-\u009F]+/g, ' ');
}

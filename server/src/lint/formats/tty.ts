import { severities, type Problem } from '../problem.ts';
import type { FileReport, ReportFormat } from './report.ts';

const colors: Readonly<Record<Problem['severity'], number>> = { error: 31, warning: 33, info: 36, style: 35 };

/** For people: a line per problem with the place an editor can jump to, the source line under it, a count at the end. */
export const formatTty: ReportFormat = (reports, { color }) => {
  const paint = (code: number, text: string): string => (color ? `\u001B[${code}m${text}\u001B[0m` : text);
  const lines = reports.flatMap(({ path, text, problems }) => {
    const source = text.split(/\r?\n/);
    return problems.flatMap(({ range, severity, id, codes, message }) => {
      const { line, character } = range.start;
      const names = [...new Set([...codes, id])].join(', ');
      const shown = source[line] ?? '';
      const end = range.end.line === line ? range.end.character : shown.length;
      const marks = '^'.repeat(Math.max(1, end - character));
      return [
        `${printable(path)}:${line + 1}:${character + 1} ${paint(colors[severity], severity)}: ${printable(message)} ${paint(2, `[${names}]`)}`,
        `    ${printable(shown)}`,
        `    ${shown.slice(0, character).replaceAll(/[^\t]/g, ' ')}${paint(colors[severity], marks)}`,
      ];
    });
  });
  return [...lines, ...summary(reports)].map((line) => `${line}\n`).join('');
};

function summary(reports: readonly FileReport[]): string[] {
  const problems = reports.flatMap((report) => report.problems);
  if (problems.length === 0) return [];
  const counts = severities
    .map((severity) => [severity, problems.filter((problem) => problem.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(
      ([severity, count]) =>
        `${count} ${severity === 'info' || severity === 'style' ? severity : plural(severity, count)}`,
    );
  return [`${problems.length} ${plural('problem', problems.length)} (${counts.join(', ')})`];
}

function plural(word: string, count: number): string {
  return count === 1 ? word : `${word}s`;
}

/** Text from a file must not steer the terminal. */
function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  return text.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, '\uFFFD');
}

import type { Problem } from '../problem.ts';
import { codeOf, escapeXml, type FileReport, type ReportFormat } from './report.ts';

/**
 * Checkstyle's XML, version 4.3: a `file` for each that has problems, an `error` for each of them.
 * `style` is no severity of Checkstyle's own; hadolint writes it all the same, and readers take it for the mildest.
 */
export const formatCheckstyle: ReportFormat = (reports) =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<checkstyle version="4.3">',
    ...reports.filter(({ problems }) => problems.length > 0).flatMap(fileLines),
    '</checkstyle>',
    '',
  ].join('\n');

function fileLines({ path, problems }: FileReport): string[] {
  return [`  <file name="${escapeXml(path)}">`, ...problems.map((problem) => `    ${element(problem)}`), '  </file>'];
}

function element(problem: Problem): string {
  const { line, character } = problem.range.start;
  const attributes = {
    line: String(line + 1),
    column: String(character + 1),
    severity: problem.severity,
    message: problem.message,
    source: codeOf(problem),
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeXml(value)}"`);
  return `<error ${written.join(' ')}/>`;
}

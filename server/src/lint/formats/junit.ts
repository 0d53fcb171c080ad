import type { Problem } from '../problem.ts';
import { codeOf, escapeXml, type FileReport, type ReportFormat } from './report.ts';

/** JUnit's XML: a suite per file, a failed test per problem. A file without problems is a suite without tests. */
export const formatJUnit: ReportFormat = (reports, { version, time }) => {
  const stamp = time.toISOString();
  const run = {
    id: stamp.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '_'),
    name: `Gantry run at ${stamp.slice(0, 19).replace('T', ' ')}`,
    time: '0.001',
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes(run)}>`,
    ...reports.flatMap((report) => suite(report, version)),
    '</testsuites>',
    '',
  ].join('\n');
};

function suite({ path, problems }: FileReport, version: string): string[] {
  const errors = problems.filter(isParseError).length;
  const head = attributes({
    id: 'gantry',
    name: `Gantry ${version}`,
    file: path,
    time: '0.001',
    tests: String(problems.length),
    failures: String(problems.length),
    errors: String(errors),
  });
  if (problems.length === 0) return [`  <testsuite ${head}/>`];
  return [`  <testsuite ${head}>`, ...problems.flatMap((problem) => testCase(problem, path)), '  </testsuite>'];
}

function testCase(problem: Problem, path: string): string[] {
  const { range, severity, message } = problem;
  const code = codeOf(problem);
  const id = isParseError(problem) ? 'gantry.error' : `gantry.rule.${code}`;
  const name = `${code} at line ${range.start.line + 1}, column ${range.start.character + 1}`;
  const told = [
    `File: ${path}`,
    `Line: ${range.start.line + 1}`,
    'Category: Gantry - Dockerfile and compose file analysis',
    `${severity}: ${message}`,
    '',
  ];
  return [
    `    <testcase ${attributes({ id, name, classname: path, time: '0.001' })}>`,
    `      <failure ${attributes({ type: severity, message, id: code })}>${told.map(escapeXml).join('\n')}</failure>`,
    '    </testcase>',
  ];
}

function isParseError({ kind, severity }: Problem): boolean {
  return kind === 'syntax' && severity === 'error';
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeXml(value)}"`)
    .join(' ');
}

import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { isFormatName, reportFormats, type FormatName } from '../../../../server/src/lint/formats/index.ts';
import type { FileReport, ReportOptions } from '../../../../server/src/lint/formats/report.ts';
import type { Problem } from '../../../../server/src/lint/problem.ts';
import { sarifSchema } from './sarifSchema.ts';

function at(line: number, character: number, end: number, endLine = line): Problem['range'] {
  return { start: { line, character }, end: { line: endLine, character: end } };
}

const untagged: Problem = {
  id: 'tag-base-image',
  kind: 'rule',
  codes: ['DL3006'],
  severity: 'warning',
  range: at(0, 5, 11),
  message: 'The image <alpine> has no "tag" & that\'s bad.',
};

const reports: readonly FileReport[] = [
  {
    path: 'sub folder/Dockerfile',
    text: 'FROM alpine\nRUN cd /x && \\\n  make\nCMD é\uD83D\uDE00 x\nRUNN\n\nFROM alpine\n',
    problems: [
      untagged,
      {
        id: 'workdir-instead-of-cd',
        kind: 'rule',
        codes: ['DL3003'],
        severity: 'info',
        range: at(1, 4, 6, 2),
        message: 'Two\nlines',
        related: [{ range: at(0, 0, 4), message: 'begun here' }],
      },
      {
        id: 'json-command',
        kind: 'rule',
        codes: ['DL3025', 'JSONArgsRecommended'],
        severity: 'error',
        range: at(3, 4, 7),
        message: 'Not JSON: \u001B[31mé\uD83D\uDE00',
        fix: {
          title: 'Write it as JSON',
          safe: true,
          edits: [
            { range: at(3, 4, 4), newText: '["' },
            { range: at(3, 9, 9), newText: '"]' },
          ],
        },
        alternatives: [
          {
            title: 'Say that a shell is meant',
            safe: false,
            edits: [{ range: at(3, 0, 0), newText: 'SHELL ["sh"]\n' }],
          },
        ],
      },
      {
        id: 'unknown-instruction',
        kind: 'syntax',
        codes: [],
        severity: 'error',
        range: at(4, 0, 4),
        message: 'No such instruction',
      },
      {
        id: 'no-empty-continuation',
        kind: 'rule',
        codes: ['NoEmptyContinuation'],
        severity: 'style',
        range: at(5, 0, 0),
        message: 'Empty',
      },
      { ...untagged, range: at(6, 5, 11) },
    ],
  },
  {
    path: './compose.yaml',
    text: 'a: 1\n',
    problems: [{ ...untagged, id: 'unknown-key', codes: [], range: at(0, 0, 1), message: 'No such key' }],
  },
  { path: 'clean/Dockerfile', text: 'FROM scratch\n', problems: [] },
];

const options: ReportOptions = {
  color: false,
  version: '1.2.3',
  time: new Date('2026-02-03T04:05:06.789Z'),
  ruleOf: (id) =>
    id === 'unknown-instruction' ? undefined : { summary: `Summary of ${id}`, severity: 'warning', page: `# ${id}\n` },
};

const names = Object.keys(reportFormats) as FormatName[];

describe.each(names)('%s', (name) => {
  test('is as it was', async () => {
    const text = reportFormats[name](reports, options).replaceAll('\0', '␀\n');
    await expect(text).toMatchFileSnapshot(`golden/${name}.txt`);
  });
  test('of nothing', async () => {
    const text = reportFormats[name]([], options);
    await expect(text).toMatchFileSnapshot(`golden/${name}.empty.txt`);
  });
  test('has no control characters but line ends', () => {
    const text = reportFormats[name](reports, options).replaceAll('\0', '');
    // oxlint-disable-next-line no-control-regex -- control characters are what this is about
    expect(text).not.toMatch(/[\u0001-\u0009\u000B-\u001F\u007F]/);
  });
});

test('the names are hadolint’s', () => {
  expect(names.sort()).toEqual([
    'checkstyle',
    'codacy',
    'codeclimate',
    'gitlab_codeclimate',
    'gnu',
    'json',
    'junit',
    'sarif',
    'sonarqube',
    'tty',
  ]);
  expect(isFormatName('toString')).toBe(false);
});

test('tty tells a name once, also where it is the rule’s and another tool’s', () => {
  const [problem] = reports.flatMap(({ problems }) => problems);
  if (!problem) throw new Error('there is no problem to report');
  const named = { path: 'Dockerfile', text: 'RUN a\n', problems: [{ ...problem, id: 'SC2086', codes: ['SC2086'] }] };
  expect(reportFormats.tty([named], options)).toContain('[SC2086]');
});

test('tty in colors', () => {
  expect(reportFormats.tty(reports, { ...options, color: true })).toContain('\u001B[33mwarning\u001B[0m');
});

describe('gitlab_codeclimate', () => {
  const prints = (of: readonly FileReport[]): string[] =>
    (JSON.parse(reportFormats.gitlab_codeclimate(of, options)) as { fingerprint: string }[]).map(
      ({ fingerprint }) => fingerprint,
    );
  test('has another fingerprint for each', () => {
    expect(new Set(prints(reports)).size).toBe(7);
  });
  test('has the same ones after a line has come before', () => {
    const moved = reports.map((report) => ({
      ...report,
      text: `\n${report.text}`,
      problems: report.problems.map((problem) => ({
        ...problem,
        range: at(problem.range.start.line + 1, problem.range.start.character, 0),
      })),
    }));
    expect(prints(moved)).toEqual(prints(reports));
  });
});

describe('sarif', () => {
  const validate = new Ajv({ strict: true }).compile(sarifSchema);
  const log = (of: readonly FileReport[]): unknown => JSON.parse(reportFormats.sarif(of, options));
  test.each([
    ['problems', reports],
    ['nothing', []],
  ])('of %s is valid', (_, of) => {
    validate(log(of));
    expect(validate.errors).toBeNull();
  });
  test('places files by URIs', () => {
    const uris = JSON.stringify(log(reports)).match(/"uri":"[^"]*"/g);
    expect([...new Set(uris)]).toEqual(['"uri":"sub%20folder/Dockerfile"', '"uri":"compose.yaml"']);
  });
  test('links the names of other tools to their pages', () => {
    expect(JSON.stringify(log(reports)).match(/"helpUri":"[^"]*"/g)).toEqual([
      '"helpUri":"https://github.com/hadolint/hadolint/wiki/DL1000"',
      '"helpUri":"https://github.com/hadolint/hadolint/wiki/DL3003"',
      '"helpUri":"https://github.com/hadolint/hadolint/wiki/DL3006"',
      '"helpUri":"https://github.com/hadolint/hadolint/wiki/DL3025"',
      '"helpUri":"https://docs.docker.com/go/dockerfile/rule/no-empty-continuation/"',
    ]);
  });
});

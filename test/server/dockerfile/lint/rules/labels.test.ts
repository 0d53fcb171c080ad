import { describe, expect, test } from 'vitest';
import { filledLabel } from '../../../../../server/src/dockerfile/lint/rules/filled-label.ts';
import { labelCommit } from '../../../../../server/src/dockerfile/lint/rules/label-commit.ts';
import { labelDate } from '../../../../../server/src/dockerfile/lint/rules/label-date.ts';
import { labelEmail } from '../../../../../server/src/dockerfile/lint/rules/label-email.ts';
import { labelLicense } from '../../../../../server/src/dockerfile/lint/rules/label-license.ts';
import { labelUrl } from '../../../../../server/src/dockerfile/lint/rules/label-url.ts';
import { labelVersion } from '../../../../../server/src/dockerfile/lint/rules/label-version.ts';
import type { DockerfileFile } from '../../../../../server/src/dockerfile/lint/file.ts';
import { parseConfig } from '../../../../../server/src/lint/config.ts';
import type { Rule } from '../../../../../server/src/lint/rule.ts';
import { applyEdits } from '../../../../support/markedText.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

const types: readonly (readonly [
  string,
  Rule<DockerfileFile>,
  { readonly right: string[]; readonly wrong: string[] },
])[] = [
  [
    'url',
    labelUrl,
    {
      right: ['https://example.com/a?b=c#d', 'ssh://git@host:22/x', 'mailto:a@b.c', 'http://[::1]:80/%20'],
      wrong: ['example.com', '/a/b', 'http://a b', 'http://a/%zz', 'not-url', 'http://a/<b>'],
    },
  ],
  [
    'rfc3339',
    labelDate,
    {
      right: [
        '2026-01-31T10:30:00Z',
        '2026-01-31t10:30:00.123456+01:00',
        '2024-02-29 23:59:60z',
        '2026-12-01T00:00:00-23:59',
      ],
      wrong: [
        '2026-01-31',
        '2026-02-29T00:00:00Z',
        '2026-13-01T00:00:00Z',
        '2026-01-31T24:00:00Z',
        '2026-01-31T10:30:00',
        'now',
        '2026-01-31T10:30:00+24:00',
        '2026-00-10T00:00:00Z',
      ],
    },
  ],
  [
    'spdx',
    labelLicense,
    {
      right: [
        'MIT',
        'GPL-2.0',
        'GPL-2.0-only WITH Classpath-exception-2.0',
        'Apache-2.0 OR (MIT AND BSD-3-Clause)',
        'GPL-2.0+',
        'LicenseRef-own',
        'DocumentRef-a:LicenseRef-b',
      ],
      wrong: ['mit', 'not-spdx', 'MIT OR', 'MIT Apache-2.0', '(MIT', 'MIT)', 'OR MIT', '', 'MIT WITH', '()'],
    },
  ],
  [
    'hash',
    labelCommit,
    {
      right: ['0123abc', '0123456789abcdef0123456789abcdef01234567'],
      wrong: ['0123ABC', '0123ab', '0123abcd', 'main', '0123456789abcdef0123456789abcdef0123456g'],
    },
  ],
  [
    'semver',
    labelVersion,
    {
      right: ['1.0.0', '0.0.0', '1.2.3-rc1', '1.2.3-rc.1+a.b', '1.2.3+007', '1.0.0--'],
      wrong: ['1.2', 'v1.2.3', '01.2.3', '1.2.3-01', '1.2.3-', '1.2.3+', 'not-sem-ver'],
    },
  ],
  [
    'email',
    labelEmail,
    {
      right: ['ada@example.com', 'a.b+c@sub.example.org', '"a b"@example.com', 'root@localhost', 'a@[127.0.0.1]'],
      wrong: ['ada', 'Ada <ada@example.com>', '@example.com', 'a@', 'a..b@c.d', 'a b@c.d', 'a@b@c'],
    },
  ],
];

describe.each(types)('%s', (type, rule, { right, wrong }) => {
  const config = parseConfig(`label-schema:\n  it: ${type}\n  other: text\n`);
  const count = (label: string): number => problemsOf(rule, `FROM a\n${label}\n`, { config }).length;
  const written = (value: string): string => `LABEL other=x it='${value}'`;

  test.each(right)('%s', (value) => {
    expect(count(written(value))).toBe(0);
  });
  test.each(wrong)('not %s', (value) => {
    expect(count(written(value))).toBe(1);
  });
  test('only where the type is asked for, and the value is known', () => {
    const bad = wrong.find((value) => /^[\w-]+$/.test(value)) ?? '';
    expect(count(`LABEL other=${bad}`)).toBe(0);
    expect(count(`ARG X\nLABEL it=$X`)).toBe(0);
    expect(count(`ARG X='${wrong[0] ?? ''}'\nLABEL it="$X"`)).toBe(1);
    expect(count(`ONBUILD LABEL it='${wrong[0] ?? ''}'`)).toBe(0);
  });
  test('marks the value, in the old form and on another line, too', () => {
    const [range] = problemsOf(rule, `FROM a\nLABEL b=c \\\n  it="~"\n`, { config }).map((problem) => problem.range);
    expect(range).toEqual({ start: { line: 2, character: 5 }, end: { line: 2, character: 8 } });
    const [old] = problemsOf(rule, `FROM a\nLABEL it  ~\n`, { config }).map((problem) => problem.range);
    expect(old).toEqual({ start: { line: 1, character: 10 }, end: { line: 1, character: 11 } });
  });
});

test.each([
  [labelUrl, 'url', '"example.com/x"', '"https://example.com/x"'],
  [labelUrl, 'url', 'two words', undefined],
  [labelDate, 'rfc3339', '2026-01-31', '2026-01-31T00:00:00Z'],
  [labelDate, 'rfc3339', '"2026-01-31 10:30"', '"2026-01-31T10:30:00Z"'],
  [labelDate, 'rfc3339', '2026-02-31', undefined],
  [labelLicense, 'spdx', "'mit'", "'MIT'"],
  [labelLicense, 'spdx', 'Apache2.0', 'Apache-2.0'],
  [labelLicense, 'spdx', 'proprietary-secret', undefined],
  [labelVersion, 'semver', 'v1.2', '1.2.0'],
  [labelVersion, 'semver', '"V2-rc.1"', '"2.0.0-rc.1"'],
  [labelVersion, 'semver', 'latest', undefined],
  [labelEmail, 'email', '"Ada L. <ada@example.com>"', '"ada@example.com"'],
  [labelEmail, 'email', '"Ada <>"', undefined],
] as const)('%o mends %s %s', (rule, type, before, after) => {
  const text = (value: string): string => `FROM a\nLABEL it=${value} b=c\n`;
  const [problem] = problemsOf(rule, text(before), { config: parseConfig(`label-schema: {it: ${type}}`) });
  expect(problem).toBeDefined();
  expect(problem?.fix && applyEdits(text(before), problem.fix.edits)).toBe(after && text(after));
});

test('a license is changed without asking only in its case', () => {
  const safe = (value: string): unknown =>
    problemsOf(labelLicense, `FROM a\nLABEL it=${value}\n`, { config: parseConfig('label-schema: {it: spdx}') })[0]?.fix
      ?.safe;
  expect([safe('mit'), safe('MITT')]).toEqual([true, false]);
});

testRule(filledLabel, {
  options: { config: parseConfig('label-schema:\n  a: text\n  b: ""\n  c: url\n') },
  bad: {
    'each, of whatever type': 'FROM a\nLABEL a="" x= b= \\\n      ^^^^    ^^\n  c=\'\'\n  ^^^^\n',
  },
  good: { 'what the schema does not have': 'FROM a\nLABEL x="" a=$A\n' },
});

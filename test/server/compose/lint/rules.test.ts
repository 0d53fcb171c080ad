import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeRules } from '../../../../server/src/compose/lint/rules/index.ts';
import { problemsOf } from '../open.ts';

describe.each(composeRules.map((rule) => [rule.id, rule] as const))('%s', (id, { examples }) => {
  test.each(examples.bad)('finds %j', async (text) => {
    expect((await problemsOf(text)).map((problem) => problem.id)).toContain(id);
  });
  test.each(examples.good)('finds nothing in %j', async (text) => {
    // Others may have advice for it; what compose refuses is no example.
    const problems = await problemsOf(text);
    expect(problems.filter((problem) => problem.id === id || problem.severity === 'error')).toEqual([]);
  });
});

test('every rule file is in the list, under the name of its file', () => {
  const folder = resolve(import.meta.dirname, '../../../../server/src/compose/lint/rules');
  const files = readdirSync(folder).filter((name) => name !== 'index.ts');
  expect(composeRules.map(({ id }) => id)).toEqual(files.map((name) => name.replace(/\.ts$/, '')).sort());
});

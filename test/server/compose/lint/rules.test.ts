import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeRules } from '../../../../server/src/compose/lint/rules/index.ts';
import { type Folder, problemsIn } from '../../../support/composeRule.ts';

describe.each(composeRules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const { bad, good, around = {}, engine, neighbour } = rule.examples;
  const options = { ...(engine && { engine }), ...(neighbour !== undefined && { neighbour }) };
  const cases = (texts: readonly string[]): Folder[] => texts.map((text) => ({ ...around, 'compose.yaml': text }));
  test.each(cases(bad))('finds %j', (folder) => {
    expect(Object.values(problemsIn(rule, folder, options)).flat()).not.toEqual([]);
  });
  test.each(cases(good))('finds nothing in %j', (folder) => {
    expect(Object.values(problemsIn(rule, folder, options)).flat()).toEqual([]);
    // Others may have advice for it; what compose refuses is no example.
    const refused = composeRules.filter(({ severity }) => severity === 'error');
    expect(refused.flatMap((other) => Object.values(problemsIn(other, folder)).flat())).toEqual([]);
  });
});

test('every rule file is in the list, under the name of its file', () => {
  const folder = resolve(import.meta.dirname, '../../../../server/src/compose/lint/rules');
  const files = readdirSync(folder).filter((name) => name !== 'index.ts');
  expect(composeRules.map(({ id }) => id)).toEqual(files.map((name) => name.replace(/\.ts$/, '')).sort());
});

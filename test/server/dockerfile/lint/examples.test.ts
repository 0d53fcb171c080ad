import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dockerfileRules } from '../../../../server/src/dockerfile/lint/rules/index.ts';
import { problemsOf } from '../../../support/dockerfileRule.ts';
import { applyEdits } from '../../../support/markedText.ts';

const folder = resolve(import.meta.dirname, '../../../../server/src/dockerfile/lint/rules');

test('the list of rules is the folder', async () => {
  const files = (await readdir(folder)).filter((name) => name !== 'index.ts').sort();
  expect(dockerfileRules.map(({ id }) => `${id}.ts`)).toEqual(files);
});

test('no upstream name stands for two rules', () => {
  const codes = dockerfileRules.flatMap((rule) => rule.codes);
  expect(new Set(codes).size).toBe(codes.length);
});

describe.each(dockerfileRules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const { bad, good } = rule.examples;

  test.each(bad)('reports %j', (text) => {
    expect(problemsOf(rule, text)).not.toEqual([]);
  });

  test.each(good)('is content with %j', (text) => {
    expect(problemsOf(rule, text)).toEqual([]);
  });

  test.each(bad)('a fix for %j takes its problem away', (text) => {
    const problems = problemsOf(rule, text);
    for (const { fix } of problems)
      if (fix) expect(problemsOf(rule, applyEdits(text, fix.edits)).length).toBeLessThan(problems.length);
  });

  test('stays within Windows line ends', () => {
    for (const text of bad) {
      const windows = text.replaceAll('\n', '\r\n');
      const problems = problemsOf(rule, windows);
      expect(problems.map(({ range, message }) => ({ range, message }))).toEqual(
        problemsOf(rule, text).map(({ range, message }) => ({ range, message })),
      );
      for (const { fix } of problems) if (fix) expect(applyEdits(windows, fix.edits)).not.toMatch(/[^\r]\n/);
    }
  });
});

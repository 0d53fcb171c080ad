import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { ruleProse, withoutProse } from '../../../scripts/build/ruleProse.ts';
import { composeRules } from '../../../server/src/compose/lint/rules/index.ts';
import { dockerfileRules } from '../../../server/src/dockerfile/lint/rules/index.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const root = resolve(import.meta.dirname, '../../..');

describe.each([
  { folder: 'server/src/dockerfile/lint/rules', exported: 'dockerfileRules', rules: dockerfileRules },
  { folder: 'server/src/compose/lint/rules', exported: 'composeRules', rules: composeRules },
])('the rules of $folder', ({ folder, exported, rules }) => {
  test('are the same in a bundle, without what their pages say', async () => {
    await using out = await temporaryFolder();
    const outfile = join(out.path, 'rules.mjs');
    const entryPoints = [join(root, folder, 'index.ts')];
    await build({ entryPoints, outfile, bundle: true, format: 'esm', platform: 'node', plugins: [ruleProse] });
    const bundle = (await import(outfile)) as Readonly<Record<string, object[]>>;
    const shown = (rule: object): object => ({ ...rule, check: 'check' in rule && typeof rule.check });
    const expected = rules.map((rule) => shown({ ...rule, rationale: '', examples: { bad: [], good: [] } }));
    expect(bundle[exported]?.map(shown)).toEqual(expected);
    const text = readFileSync(outfile, 'utf8');
    for (const { id, rationale } of rules)
      expect(text.includes(JSON.stringify(rationale).slice(1, 40)), id).toBe(false);
  });

  test.each(readdirSync(join(root, folder)).filter((name) => name !== 'index.ts'))('%s loses nothing else', (name) => {
    const path = join(root, folder, name);
    const source = readFileSync(path, 'utf8');
    const lean = withoutProse(path, source);
    const [before = '', between = '', after = ''] = lean.split(
      /(?<=rationale:\s+)''|(?<=examples: )\{ bad: \[\], good: \[\] \}/,
    );
    expect(after).not.toBe('');
    expect(source.startsWith(before) && source.endsWith(after)).toBe(true);
    expect(source.slice(before.length, -after.length)).toContain(between);
  });
});

test('what only looks like a rule stays', () => {
  const source =
    "const a = { rationale: 'x' };\nconst b = '{ rationale: 1, examples: 2 }'; // { rationale, examples }\n";
  expect(withoutProse('a.ts', source)).toBe(source);
  expect(withoutProse('a.ts', 'const a = {')).toBe('const a = {');
});

test('a rule that is made by a function loses it, too', () => {
  const source = 'export const a = rule({ rationale: `é ${b}`, examples: { bad: [c({ bad: 1 })], good }, check });';
  expect(withoutProse('a.ts', source)).toBe(
    "export const a = rule({ rationale: '', examples: { bad: [], good: [] }, check });",
  );
});

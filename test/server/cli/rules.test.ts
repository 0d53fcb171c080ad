import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../../server/src/cli/arguments.ts';
import { rulesCommand } from '../../../server/src/cli/rules.ts';
import { chapters } from '../../../server/src/rules.ts';
import { rulePages } from '../../../server/src/workspace/ruleDocs.ts';

const all = chapters.flatMap(({ rules }) => rules);

function rules(...args: readonly string[]): string {
  let out = '';
  const rulePage = rulePages(resolve(import.meta.dirname, '../../../dist'));
  expect(rulesCommand(args, { out: (text) => (out += text), rulePage })).toBe(0);
  return out;
}

test('lists every rule with its severity, names and summary', () => {
  const lines = rules().trimEnd().split('\n');
  expect(lines).toHaveLength(all.length);
  expect(lines.find((line) => line.startsWith('json-command '))).toMatch(
    /^json-command +warning +DL3025 JSONArgsRecommended +Write CMD and ENTRYPOINT as JSON$/,
  );
});

test('as JSON', () => {
  const listed = JSON.parse(rules('--format', 'json')) as { id: string }[];
  expect(listed.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  expect(listed.find(({ id }) => id === 'json-command')).toMatchObject({
    language: 'Dockerfile',
    codes: ['DL3025', 'JSONArgsRecommended'],
    severity: 'warning',
    page: expect.stringContaining('## Reported') as string,
  });
});

test.each(['pipefail', 'DL4006', 'dl4006'])('shows the page of %s, as it is in the documentation', async (name) => {
  const page = await readFile(resolve(import.meta.dirname, '../../../docs/rules/pipefail.md'), 'utf8');
  expect(rules(name)).toBe(page);
});

test('without the pages there is still what a rule asks', () => {
  let out = '';
  const terminal = { out: (text: string) => (out += text), rulePage: () => undefined };
  expect(rulesCommand(['pipefail'], terminal)).toBe(0);
  expect(out).toBe('# Let a pipe fail when any part of it fails\n');
});

test('shows several, also of other languages', () => {
  expect(rules('JSONArgsRecommended', 'unknown-key').match(/^# .*$/gm)).toEqual(
    expect.arrayContaining(['# Write CMD and ENTRYPOINT as JSON', '# Use keys that compose knows']),
  );
});

test('--help', () => {
  expect(rules('--help')).toContain('Usage: gantry rules');
});

test('a rule of another tool that is not one of ours is shown the way to', () => {
  expect(() => rules('sc2086')).toThrow('see https://www.shellcheck.net/wiki/SC2086');
  expect(() => rules('nonsense')).toThrow('gantry rules lists them');
});

test.each([[['DL9999']], [['--format', 'xml']], [['--nonsense']]])('%j is wrong usage', (args) => {
  expect(() => rules(...args)).toThrow(UsageError);
});

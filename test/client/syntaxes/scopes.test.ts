import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { baseGrammars } from '../../support/baseGrammars.ts';
import { tokenizer } from '../../support/grammars.ts';
import { scopeFaults } from '../../support/scopes.ts';

const root = resolve(import.meta.dirname, '../../..');
const base = baseGrammars;
const fixtures = join(import.meta.dirname, 'fixtures');
const languages = { dockerfile: 'source.dockerfile', dockercompose: 'source.yaml.compose', ignore: 'source.ignore' };

/** Each file is a test: its text, with carets under what has a scope or, after `!`, has not. */
describe.each(Object.entries(languages))('%s', async (language, scopeName) => {
  const tokens = await tokenizer({ root, base, scopeName });
  test.each(readdirSync(join(fixtures, language)))('%s', (name) => {
    expect(scopeFaults(readFileSync(join(fixtures, language, name), 'utf8').trimEnd(), tokens)).toEqual([]);
  });
});

test('the check itself sees what is wrong', async () => {
  const tokens = await tokenizer({ root, base, scopeName: 'source.dockerfile' });
  expect(scopeFaults('RUN x\n^^^ string', tokens)).toHaveLength(1);
  expect(scopeFaults('RUN x\n^^^ !keyword', tokens)).toHaveLength(1);
  expect(scopeFaults('RUN x\n        ^ keyword', tokens)).toHaveLength(1);
});

test('other YAML files keep the colors they have', async () => {
  const tokens = await tokenizer({ root, base, scopeName: 'source.yaml' });
  expect(scopeFaults('run: echo ${A:-b}\n          ^^^^^^^ !meta.interpolation', tokens)).toEqual([]);
});

test('package.json names the language of every body that a heredoc can have', () => {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const manifest = JSON.parse(read('package.json')) as {
    contributes: { grammars: { path: string; embeddedLanguages?: Record<string, string> }[] };
  };
  const path = 'syntaxes/dockerfile.tmLanguage.json';
  const declared = manifest.contributes.grammars.find((grammar) => grammar.path === `./${path}`)?.embeddedLanguages;
  const used = [...new Set(read(path).match(/meta\.embedded\.block\.\w+/g))];
  expect(declared).toEqual(Object.fromEntries(used.map((scope) => [scope, scope.split('.').at(-1)])));
});

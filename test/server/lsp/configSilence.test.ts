import { expect, test } from 'vitest';
import { dockerfile } from '../../../server/src/dockerfile/service.ts';
import type { LintContext } from '../../../server/src/language.ts';
import type { Problem } from '../../../server/src/lint/problem.ts';
import { silenceInConfig } from '../../../server/src/lsp/configSilence.ts';
import { readSettings } from '../../../server/src/protocol/readSettings.ts';

const at = { line: 0, character: 0 };
const problem: Problem = {
  id: 'some-rule',
  kind: 'rule',
  codes: ['SomeCheck', 'DL3008'],
  severity: 'warning',
  range: { start: at, end: at },
  message: 'm',
};
const makes = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } } };

function silence(
  more: Partial<LintContext> = {},
  { uri = 'file:///w/a%20b/Dockerfile', client = makes, one = problem } = {},
) {
  const language = dockerfile({ client, log: () => {} });
  const context = { settings: readSettings(() => undefined), ...more };
  return silenceInConfig({ uri, problem: one, language, context, client });
}

test('edits the configuration that counts, and leaves the rest of it', () => {
  const hadolintConfig = { path: '/w/.hadolint.yaml', text: 'ignored:\n  - DL1 # why\n' };
  expect(silence({ hadolintConfig })).toEqual({
    changes: {
      'file:///w/.hadolint.yaml': [
        { range: { start: { line: 1, character: 13 }, end: { line: 1, character: 13 } }, newText: '\n  - DL3008' },
      ],
    },
  });
  expect(silence({ hadolintConfig: { path: '/w/.hadolint.yaml', text: 'ignored: [' } })).toBeNull();
});

test('makes one beside the Dockerfile where there is none', () => {
  const uri = 'file:///w/a%20b/.hadolint.yaml';
  expect(silence()).toEqual({
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      {
        textDocument: { uri, version: null },
        edits: [{ range: { start: at, end: at }, newText: 'ignored:\n  - DL3008\n' }],
      },
    ],
  });
  const own = silence({}, { one: { ...problem, codes: [] } });
  expect(JSON.stringify(own)).toContain('- some-rule');
});

test('is not possible for what is on no disk, in clients that make no files, and for syntax errors', () => {
  expect(silence({}, { uri: 'untitled:Dockerfile' })).toBeNull();
  expect(
    silence({}, { client: { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: [] } } } }),
  ).toBeNull();
  expect(silence({}, { one: { ...problem, kind: 'syntax' } })).toBeNull();
});

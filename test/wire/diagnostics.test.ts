import { expect } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { OwnShellCheck } from '../../server/src/shellcheck/shellcheck.ts';
import { standIn } from '../support/shellcheck.ts';
import { test } from '../support/wire.ts';

const uri = 'file:///project/Dockerfile';

test('pushes diagnostics after an open and after an edit, with the version they are about', async ({ start }) => {
  const { open, change, diagnostics } = await start();
  open(uri, 'FROM alpine:3.20\nRUNN true\n');
  expect(await diagnostics(uri, 1)).toMatchObject([
    { code: 'unknown-instruction', source: 'gantry', severity: 1, range: { start: { line: 1, character: 0 } } },
  ]);
  change(uri, 'FROM alpine:3.20\nRUN true\n', 2);
  expect(await diagnostics(uri, 2)).toEqual([]);
});

test('a closed document has no problems', async ({ start }) => {
  const { client, open, diagnostics, pushed } = await start();
  open(uri, 'FROM alpine:3.20\nRUNN true\n');
  await diagnostics(uri, 1);
  await client.sendNotification('textDocument/didClose', { textDocument: { uri } });
  await expect.poll(() => pushed.at(-1)).toEqual({ uri, diagnostics: [] });
});

test('a client that pulls is not pushed to, and is told when nothing has changed', async ({ start }) => {
  const { client, open, initialized, pushed } = await start({ capabilities: { textDocument: { diagnostic: {} } } });
  expect(initialized.capabilities.diagnosticProvider).toMatchObject({ identifier: 'gantry' });
  open(uri, 'FROM alpine:3.20\nRUNN true\n');
  const first = await client.sendRequest<{ resultId: string }>('textDocument/diagnostic', { textDocument: { uri } });
  expect(first).toMatchObject({ kind: 'full', items: [{ code: 'unknown-instruction' }] });
  const again = { textDocument: { uri }, previousResultId: first.resultId };
  expect(await client.sendRequest('textDocument/diagnostic', again)).toEqual({
    kind: 'unchanged',
    resultId: first.resultId,
  });
  expect(pushed).toEqual([]);
});

test.for([
  ['pushes', {}],
  [
    'asks a client that pulls to pull again',
    { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
  ],
] as const)('%s when ShellCheck has answered', async ([, capabilities], { start }) => {
  const { client, open, pushed } = await start({
    capabilities,
    shellCheck: (log) => new OwnShellCheck({ env: process.env, log }),
    initializationOptions: { gantry: { lint: { shellcheck: { path: standIn } } } },
  });
  const pull = async (): Promise<readonly Diagnostic[]> =>
    (await client.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } })).items;
  const refreshed = new Promise<void>((done) => {
    client.onRequest('workspace/diagnostic/refresh', () => {
      done();
      return null;
    });
  });
  open(uri, 'FROM alpine:3.20\nARG PORT\nRUN serve $HOST $PORT\n');
  const pulls = 'textDocument' in capabilities;
  if (pulls) {
    await pull();
    await refreshed;
  }
  await expect
    .poll(async () => (pulls ? await pull() : pushed.at(-1)?.diagnostics), { timeout: 60_000 })
    .toMatchObject([
      {
        code: 'SC2086',
        source: 'gantry',
        severity: 3,
        range: { start: { line: 2, character: 10 }, end: { line: 2, character: 15 } },
      },
      { code: 'SC2086', range: { start: { line: 2, character: 16 } } },
    ]);
});

import { expect } from 'vitest';
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

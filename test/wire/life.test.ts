import { expect } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes, type ClientCapabilities } from 'vscode-languageserver/node';
import type { Language } from '../../server/src/language.ts';
import { test } from '../support/wire.ts';

const uri = 'file:///project/Dockerfile';
const position = { line: 0, character: 1 };
const hover = { textDocument: { uri }, position };

/** A language whose verbs are the test's. */
const language = (verbs: Partial<Language>): Language => ({
  ids: ['dockerfile'],
  fileNames: /^$/,
  open: (text) => ({ uri: text.uri, version: text.version, text }),
  ...verbs,
});

test('edits in pieces arrive in order', async ({ start }) => {
  const { client, open, diagnostics } = await start();
  open(uri, 'FROM alpine:3.20\nRUNN x\n');
  const range = { start: { line: 1, character: 3 }, end: { line: 1, character: 4 } };
  const end = { line: 2, character: 0 };
  const contentChanges = [
    { range, text: '' },
    { range: { start: end, end }, text: 'ENTRYPOINTT x\n' },
  ];
  await client.sendNotification('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
  expect((await diagnostics(uri, 2)).map((problem) => `${String(problem.code)} ${problem.range.start.line}`)).toEqual([
    'unknown-instruction 2',
  ]);
});

test('a handler that throws answers empty, is logged, and the server goes on', async ({ start }) => {
  const { client, open, log, diagnostics } = await start({
    languages: () => [
      language({
        provideHover: () => {
          throw new Error('hover is broken');
        },
        provideProblems: () => Promise.reject(new Error('problems are broken')),
        provideFolding: () => [{ startLine: 0, endLine: 1 }],
        provideSymbols: () => {
          // oxlint-disable-next-line typescript/only-throw-error -- a library may throw anything
          throw 'not even an error';
        },
      }),
    ],
  });
  open(uri, 'x');
  expect(await client.sendRequest('textDocument/hover', hover)).toBeNull();
  expect(await client.sendRequest('textDocument/documentSymbol', hover)).toBeNull();
  expect(await client.sendRequest('textDocument/foldingRange', hover)).toHaveLength(1);
  await expect.poll(() => log.join()).toMatch(/hover is broken[\s\S]*not even an error/);
  await expect.poll(() => log.join()).toContain('problems are broken');
  void diagnostics;
});

test('a cancelled request stops, and says so', async ({ start }) => {
  let stopped = false;
  const { client, open } = await start({
    languages: () => [
      language({
        provideCompletion: async (_, __, { token }) => {
          while (!token.isCancellationRequested) await new Promise((resolve) => setImmediate(resolve));
          stopped = true;
          return [];
        },
      }),
    ],
  });
  open(uri, 'x');
  const source = new CancellationTokenSource();
  const answer = client.sendRequest('textDocument/completion', hover, source.token);
  source.cancel();
  await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(stopped).toBeTypeOf('boolean');
});

test('a request cancelled before its turn costs nothing', async ({ start }) => {
  let asked = 0;
  const { client, open } = await start({
    languages: () => [language({ provideHover: () => ((asked += 1), null) })],
  });
  open(uri, 'x');
  const source = new CancellationTokenSource();
  const answer = client.sendRequest('textDocument/hover', hover, source.token);
  source.cancel();
  await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(asked).toBe(0);
});

test('an answer about a text that has changed meanwhile is refused', async ({ start }) => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const { client, open, change, diagnostics } = await start({
    languages: () => [
      language({
        provideProblems: () => [],
        provideCompletion: async () => {
          await held;
          return [];
        },
      }),
    ],
  });
  open(uri, 'x');
  const answer = client.sendRequest('textDocument/completion', hover);
  change(uri, 'xy', 2);
  await diagnostics(uri, 2);
  release();
  await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
});

test('problems of a version that is no more are never pushed', async ({ start }) => {
  const waiting: (() => void)[] = [];
  const { open, change, diagnostics, pushed } = await start({
    languages: () => [
      language({
        provideProblems: async ({ version }) => {
          if (version === 1) await new Promise<void>((resolve) => waiting.push(resolve));
          return [];
        },
      }),
    ],
  });
  open(uri, 'x');
  await expect.poll(() => waiting.length).toBe(1);
  change(uri, 'xy', 2);
  await diagnostics(uri, 2);
  waiting[0]?.();
  change(uri, 'xyz', 3);
  await diagnostics(uri, 3);
  expect(pushed.map(({ version }) => version)).toEqual([2, 3]);
});

const text = 'FROM alpine\nUSER 1000\n';
const codes = (problems: readonly { code?: unknown }[]): unknown[] => problems.map(({ code }) => code);

test('settings are asked for per document, and again when they change', async ({ start }) => {
  const capabilities: ClientCapabilities = {
    workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  };
  let rules: unknown = {};
  const { client, open, diagnostics, pushed, registered } = await start({
    capabilities,
    configuration: (key) => (key === 'gantry.lint.rules' ? rules : null),
  });
  expect(await registered('workspace/didChangeConfiguration')).toEqual({ section: 'gantry' });
  open(uri, text);
  expect(codes(await diagnostics(uri))).toEqual(['tag-base-image']);
  rules = { DL3006: 'off' };
  await client.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await expect.poll(() => pushed.at(-1)?.diagnostics).toEqual([]);
  rules = 'nonsense';
  await client.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await expect.poll(() => codes(pushed.at(-1)?.diagnostics ?? [])).toEqual(['tag-base-image']);
});

test('a client that cannot be asked sends its settings', async ({ start }) => {
  const { client, open, diagnostics, pushed } = await start({
    initializationOptions: { gantry: { lint: { rules: { 'tag-base-image': 'error' } } } },
  });
  open(uri, text);
  expect(await diagnostics(uri)).toMatchObject([{ severity: 1 }]);
  await client.sendNotification('workspace/didChangeConfiguration', {
    settings: { gantry: { lint: { enable: false } } },
  });
  await expect.poll(() => pushed.at(-1)?.diagnostics).toEqual([]);
});

test('a changed .hadolint.yaml counts at once, for a client that is pushed to', async ({ start }) => {
  let config = 'override: {error: [DL3006]}';
  const { client, open, diagnostics, pushed, registered } = await start({
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    surroundings: () => Promise.resolve({ hadolintConfig: { path: '/project/.hadolint.yaml', text: config } }),
  });
  const { watchers } = (await registered('workspace/didChangeWatchedFiles')) as { watchers: { globPattern: string }[] };
  expect(watchers.map(({ globPattern }) => globPattern)).toContain('**/.hadolint.{yaml,yml}');
  open(uri, text);
  expect(await diagnostics(uri)).toMatchObject([{ severity: 1 }]);
  config = 'ignored: [DL3006]';
  const changes = [{ uri: 'file:///project/.hadolint.yaml', type: 2 }];
  await client.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await expect.poll(() => pushed.at(-1)?.diagnostics).toEqual([]);
});

test('and a client that pulls is told to ask again', async ({ start }) => {
  let config = '{}';
  const { client, open } = await start({
    capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
    surroundings: () => Promise.resolve({ hadolintConfig: { path: '/x', text: config } }),
  });
  let refreshed = 0;
  client.onRequest('workspace/diagnostic/refresh', () => {
    refreshed += 1;
    return null;
  });
  open(uri, text);
  const pull = (previousResultId?: string) =>
    client.sendRequest<{ kind: string; items: unknown[]; resultId: string }>('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId && { previousResultId }),
    });
  const { items, resultId } = await pull();
  expect(items).toHaveLength(1);
  config = 'ignored: [DL3006]';
  await client.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
  await expect.poll(() => refreshed).toBe(1);
  expect(await pull(resultId)).toMatchObject({ kind: 'full', items: [] });
});

test('problems name their page where there is one', async ({ start }) => {
  const { open, diagnostics } = await start({ docs: (id) => `file:///docs/rules/${id}.md` });
  open(uri, text);
  expect(await diagnostics(uri)).toMatchObject([
    { codeDescription: { href: 'file:///docs/rules/tag-base-image.md' }, data: { codes: ['DL3006'] } },
  ]);
});

test('a huge file is answered, and so is a small one beside it', async ({ start }) => {
  const { client, open, diagnostics } = await start();
  const huge = `FROM alpine:3.20\n${'RUN apt-get update && \\\n  apt-get install -y curl | tee /x\nENV A=$B\n'.repeat(700)}`;
  open(uri, huge);
  open('file:///project/small/Dockerfile', text);
  expect(codes(await diagnostics('file:///project/small/Dockerfile'))).toEqual(['tag-base-image']);
  expect((await diagnostics(uri)).length).toBeGreaterThan(2_000);
  expect(await client.sendRequest('textDocument/hover', hover)).not.toBeNull();
});

test.for(['\0', '\uD800', '\uFEFFFROM a', 'FROM', 'RUN <<', '\\', '"', 'ENV a="', '[', 'FROM a\nCMD [', '\r\r\n\\\r'])(
  'no text is too strange for any feature: %j',
  async (strange, { start }) => {
    const { client, open, diagnostics, log } = await start();
    open(uri, strange);
    await diagnostics(uri);
    for (const method of ['completion', 'hover', 'signatureHelp', 'definition', 'documentHighlight', 'prepareRename'])
      await client.sendRequest(`textDocument/${method}`, {
        textDocument: { uri },
        position: { line: 0, character: 0 },
      });
    for (const method of ['documentSymbol', 'foldingRange', 'documentLink', 'semanticTokens/full'])
      await client.sendRequest(`textDocument/${method}`, { textDocument: { uri } });
    expect(log).toEqual([]);
  },
);

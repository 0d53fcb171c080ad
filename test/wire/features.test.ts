import { describe, expect } from 'vitest';
import type { ProtocolConnection, Range } from 'vscode-languageserver/node';
import { applyEdits, caret } from '../support/markedText.ts';
import { test } from '../support/wire.ts';

const uri = 'file:///project/Dockerfile';
const textDocument = { uri };

/** Asks about the place of the `|` in a text. */
async function at(
  { client, open }: { client: ProtocolConnection; open: (uri: string, text: string) => void },
  marked: string,
  { method, ...more }: { method: string; [key: string]: unknown },
): Promise<unknown> {
  const { text, position } = caret(marked);
  open(uri, text);
  return client.sendRequest(`textDocument/${method}`, { textDocument, position, ...more });
}
const range = (line: number, from: number, to: number): Range => ({
  start: { line, character: from },
  end: { line, character: to },
});

test('says what it can do, and no more', async ({ start }) => {
  const { initialized } = await start();
  expect(Object.keys(initialized.capabilities).sort()).toMatchInlineSnapshot(`
    [
      "codeActionProvider",
      "completionProvider",
      "definitionProvider",
      "documentFormattingProvider",
      "documentHighlightProvider",
      "documentLinkProvider",
      "documentOnTypeFormattingProvider",
      "documentRangeFormattingProvider",
      "documentSymbolProvider",
      "foldingRangeProvider",
      "hoverProvider",
      "renameProvider",
      "semanticTokensProvider",
      "signatureHelpProvider",
      "textDocumentSync",
      "workspace",
    ]
  `);
});

describe('each feature of Dockerfiles', () => {
  test('hover', async ({ start }) => {
    expect(await at(await start(), 'FROM a\nEXP|OSE 80\n', { method: 'hover' })).toMatchObject({
      contents: expect.anything() as unknown,
    });
  });

  test('signature help', async ({ start }) => {
    expect(await at(await start(), 'FROM a\nEXPOSE |80\n', { method: 'signatureHelp' })).toMatchObject({
      signatures: expect.arrayContaining([]) as unknown[],
      activeParameter: 0,
    });
  });

  test('definition', async ({ start }) => {
    const answer = await at(await start(), 'FROM a AS build\nFROM b\nCOPY --from=bui|ld /x /y\n', {
      method: 'definition',
    });
    expect(answer).toEqual({ uri, range: range(0, 10, 15) });
  });

  test('highlight', async ({ start }) => {
    const answer = await at(await start(), 'FROM a AS build\nFROM b\nCOPY --from=bui|ld /x /y\n', {
      method: 'documentHighlight',
    });
    expect(answer).toHaveLength(2);
  });

  test('rename, after asking whether it can be', async ({ start }) => {
    const wire = await start();
    const marked = 'FROM a AS build\nFROM b\nCOPY --from=bui|ld /x /y\n';
    expect(await at(wire, marked, { method: 'prepareRename' })).toEqual(range(2, 12, 17));
    const { text, position } = caret(marked);
    const rename = { textDocument, position, newName: 'base' };
    const { changes } = await wire.client.sendRequest<{ changes: Record<string, []> }>('textDocument/rename', rename);
    expect(applyEdits(text, changes[uri] ?? [])).toBe('FROM a AS base\nFROM b\nCOPY --from=base /x /y\n');
  });

  test('nothing to rename', async ({ start }) => {
    expect(await at(await start(), 'FROM| a\n', { method: 'prepareRename' })).toBeNull();
  });

  test('symbols', async ({ start }) => {
    const { client, open } = await start();
    open(uri, 'FROM a\nRUN b\n');
    expect(await client.sendRequest('textDocument/documentSymbol', { textDocument })).toMatchObject([
      { name: 'FROM' },
      { name: 'RUN' },
    ]);
  });

  test('folding', async ({ start }) => {
    const { client, open } = await start();
    open(uri, 'FROM a\nRUN b && \\\n  c\n');
    expect(await client.sendRequest('textDocument/foldingRange', { textDocument })).toMatchObject([
      { startLine: 1, endLine: 2 },
    ]);
  });

  test('links, and their resolution', async ({ start }) => {
    const { client, open } = await start();
    open(uri, 'FROM alpine:3.20\n');
    const links = await client.sendRequest<unknown[]>('textDocument/documentLink', { textDocument });
    expect(links).toMatchObject([{ range: range(0, 5, 11) }]);
    expect(await client.sendRequest('documentLink/resolve', links[0])).toMatchObject({
      target: expect.stringMatching(/^https:\/\/hub\.docker\.com\/_\/alpine/) as string,
    });
  });

  test('semantic tokens', async ({ start }) => {
    const { client, open, initialized } = await start();
    open(uri, 'FROM a\n');
    const { data } = await client.sendRequest<{ data: number[] }>('textDocument/semanticTokens/full', { textDocument });
    const { legend } = initialized.capabilities.semanticTokensProvider as { legend: { tokenTypes: string[] } };
    expect(data.slice(0, 3)).toEqual([0, 0, 4]);
    expect(legend.tokenTypes[data[3] ?? -1]).toBe('keyword');
  });

  test('formatting, of a document, a range and on type', async ({ start }) => {
    const { client, open } = await start();
    const text = 'FROM a\nRUN b && \\\nc && \\\nd\n';
    open(uri, text);
    const options = { tabSize: 2, insertSpaces: true };
    const ask = async (method: string, more = {}): Promise<string> =>
      applyEdits(text, await client.sendRequest<[]>(`textDocument/${method}`, { textDocument, options, ...more }));
    expect(await ask('formatting')).toBe('FROM a\nRUN b && \\\n  c && \\\n  d\n');
    expect(await ask('rangeFormatting', { range: range(2, 0, 1) })).toBe('FROM a\nRUN b && \\\n  c && \\\nd\n');
    const typed = { position: { line: 1, character: 10 }, ch: '\\' };
    expect(await ask('onTypeFormatting', typed)).toBe('FROM a\nRUN b && \\\n  c && \\\nd\n');
  });
});

describe('code actions', () => {
  const actions = (client: ProtocolConnection, where: Range, only?: string[]) =>
    client.sendRequest<{ title: string; kind: string; edit: { changes: Record<string, []> } }[]>(
      'textDocument/codeAction',
      { textDocument, range: where, context: { diagnostics: [], ...(only && { only }) } },
    );

  test('are edits: a rule’s fix, ignoring, and a mistake’s repair', async ({ start }) => {
    const { client, open } = await start();
    const text = 'from alpine:3.20\nADD x /y\nUSR app\n';
    open(uri, text);
    const fixes = await actions(client, range(1, 0, 0));
    expect(fixes.map(({ title }) => title)).toEqual(['Use COPY', 'Ignore DL3020 here', 'Ignore DL3020 in this file']);
    expect(fixes.map(({ edit }) => applyEdits(text, edit.changes[uri] ?? []))).toEqual([
      'from alpine:3.20\nCOPY x /y\nUSR app\n',
      'from alpine:3.20\n# hadolint ignore=DL3020\nADD x /y\nUSR app\n',
      '# hadolint global ignore=DL3020\nfrom alpine:3.20\nADD x /y\nUSR app\n',
    ]);
    const [repair] = await actions(client, range(2, 0, 0));
    expect(applyEdits(text, repair?.edit.changes[uri] ?? [])).toBe('from alpine:3.20\nADD x /y\nUSER app\n');
  });

  test('fix all that is safe at once', async ({ start }) => {
    const { client, open } = await start();
    const text = 'FROM alpine:3.20 AS One\nADD x /y\nADD y* /y/\nMAINTAINER me\nCMD nginx\n';
    open(uri, text);
    const [all, ...more] = await actions(client, range(0, 0, 0), ['source.fixAll']);
    expect(more).toEqual([]);
    expect(all).toMatchObject({ kind: 'source.fixAll.gantry' });
    expect(applyEdits(text, all?.edit.changes[uri] ?? [])).toBe(
      'FROM alpine:3.20 AS one\nCOPY x /y\nADD y* /y/\nLABEL org.opencontainers.image.authors="me"\nCMD ["nginx"]\n',
    );
  });
});

test('a file that is not ours is answered empty', async ({ start }) => {
  const { client, open, log } = await start();
  open('file:///project/notes.txt', 'FROM a\n', 'plaintext');
  const other = { textDocument: { uri: 'file:///project/notes.txt' }, position: { line: 0, character: 1 } };
  expect(await client.sendRequest('textDocument/hover', other)).toBeNull();
  expect(
    await client.sendRequest('textDocument/hover', { ...other, textDocument: { uri: 'file:///never' } }),
  ).toBeNull();
  expect(log).toEqual([]);
});

test.for([
  ['file:///a/Dockerfile', 'plaintext'],
  ['file:///a/web.Dockerfile', 'docker'],
  ['file:///a/Containerfile', ''],
  ['file:///a/Dockerfile.prod', 'properties'],
  ['untitled:Untitled-1', 'dockerfile'],
])('%s, which the editor calls %j, is a Dockerfile', async ([where = '', languageId], { start }) => {
  const { client, open } = await start();
  open(where, 'FROM a\n', languageId);
  const position = { line: 0, character: 1 };
  expect(await client.sendRequest('textDocument/hover', { textDocument: { uri: where }, position })).not.toBeNull();
});

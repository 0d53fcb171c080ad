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
      "inlayHintProvider",
      "referencesProvider",
      "renameProvider",
      "selectionRangeProvider",
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

  test('hover over a rule’s code leads to its page', async ({ start }) => {
    const wire = await start({ docs: (id) => `file:///docs/${id}.md` });
    expect(await at(wire, '# hadolint ignore=DL30|06\nFROM a\n', { method: 'hover' })).toMatchObject({
      contents: { value: expect.stringContaining('file:///docs/tag-base-image.md') as string },
    });
  });

  test('hover over an image asks the client, where it has said that it knows', async ({ start }) => {
    const wire = await start({ initializationOptions: { images: true } });
    const asked: unknown[] = [];
    wire.client.onRequest('gantry/image', (params: unknown) => {
      asked.push(params);
      const none = { digests: [], platform: 'linux/amd64', labels: {}, layers: [], env: [], ports: [] };
      return {
        reference: 'a:1',
        id: 'sha256:1',
        size: 5_000_000,
        created: '2026-01-02',
        user: 'me',
        workdir: '',
        ...none,
      };
    });
    expect(await at(wire, 'FROM a:|1\n', { method: 'hover' })).toMatchObject({
      contents: { value: expect.stringContaining('Size: 5 MB') as string },
    });
    expect(asked).toEqual([{ reference: 'a:1' }]);
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

  test('references', async ({ start }) => {
    const wire = await start();
    const marked = 'FROM a AS build\nFROM b\nRUN --mount=from=bui|ld,target=/x ls\n';
    const ask = (includeDeclaration: boolean): Promise<unknown> =>
      at(wire, marked, { method: 'references', context: { includeDeclaration } });
    expect(await ask(true)).toEqual([
      { uri, range: range(0, 10, 15) },
      { uri, range: range(2, 17, 22) },
    ]);
    expect(await ask(false)).toHaveLength(1);
  });

  test('highlight, also in the shell', async ({ start }) => {
    const answer = await at(await start(), 'FROM b\nARG V|=1\nRUN echo $V\n', { method: 'documentHighlight' });
    expect(answer).toEqual([
      { range: range(1, 4, 5), kind: 3 },
      { range: range(2, 10, 11), kind: 2 },
    ]);
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

  test('what cannot be renamed is refused with the reason', async ({ start }) => {
    const wire = await start();
    const marked = 'FROM a AS b\nFROM c AS d\nENV PA|TH=/x:$PATH\n';
    await expect(at(wire, marked, { method: 'prepareRename' })).rejects.toThrow('Line 3 uses PATH');
    const rename = { textDocument, position: { line: 0, character: 10 }, newName: 'd' };
    await expect(wire.client.sendRequest('textDocument/rename', rename)).rejects.toThrow('called “d” already');
    expect(wire.log).toEqual([]);
  });

  test('symbols, by stage', async ({ start }) => {
    const { client, open } = await start();
    open(uri, 'FROM a\nRUN b\nFROM c AS d\n');
    expect(await client.sendRequest('textDocument/documentSymbol', { textDocument })).toMatchObject([
      { name: 'a', children: [{ name: 'RUN b' }] },
      { name: 'd', detail: 'FROM c' },
    ]);
  });

  test('folding', async ({ start }) => {
    const { client, open } = await start();
    open(uri, 'FROM a\nRUN b && \\\n  c\n');
    expect(await client.sendRequest('textDocument/foldingRange', { textDocument })).toMatchObject([
      { startLine: 0, endLine: 2 },
      { startLine: 1, endLine: 2 },
    ]);
  });

  test('selection ranges', async ({ start }) => {
    const { client, open } = await start();
    open(uri, 'FROM a\nRUN bc -d\n');
    const positions = [{ line: 1, character: 5 }];
    expect(await client.sendRequest('textDocument/selectionRange', { textDocument, positions })).toMatchObject([
      { range: range(1, 4, 6), parent: { range: range(1, 4, 9), parent: { range: range(1, 0, 9) } } },
    ]);
  });

  test('links', async ({ start }) => {
    const { client, open } = await start();
    open(uri, 'FROM alpine:3.20\n');
    expect(await client.sendRequest('textDocument/documentLink', { textDocument })).toMatchObject([
      { range: range(0, 5, 16), target: 'https://hub.docker.com/_/alpine' },
    ]);
  });

  test('links to files, where files may be looked at', async ({ start }) => {
    const files = {
      kind: (path: string) => Promise.resolve(path === '/project/x' ? ('file' as const) : undefined),
      list: () => Promise.resolve([]),
    };
    const { client, open } = await start({ files });
    open(uri, 'FROM scratch\nCOPY x y /\n');
    expect(await client.sendRequest('textDocument/documentLink', { textDocument })).toMatchObject([
      { range: range(1, 5, 6), target: 'file:///project/x' },
    ]);
  });

  test('inlay hints', async ({ start }) => {
    const { client, open } = await start();
    open(uri, 'ARG V=22\nFROM node:$V\n');
    const where = { textDocument, range: range(0, 0, 0) };
    expect(await client.sendRequest('textDocument/inlayHint', where)).toEqual([]);
    where.range.end.line = 2;
    expect(await client.sendRequest('textDocument/inlayHint', where)).toMatchObject([{ label: '= node:22' }]);
  });

  test('semantic tokens, of a document, of a range, and what has changed', async ({ start }) => {
    const { client, open, change, initialized } = await start();
    const tokens = <T>(what: string, more = {}): Promise<T> =>
      client.sendRequest(`textDocument/semanticTokens/${what}`, { textDocument, ...more });
    open(uri, 'FROM a\nRUN ls\n');
    const { data, resultId } = await tokens<{ data: number[]; resultId: string }>('full');
    const { legend } = initialized.capabilities.semanticTokensProvider as { legend: { tokenTypes: string[] } };
    const words = (numbers: number[]): string[] =>
      Array.from({ length: numbers.length / 5 }, (_, i) => legend.tokenTypes[numbers[i * 5 + 3] ?? -1] ?? '');
    expect(data.slice(0, 3)).toEqual([0, 0, 4]);
    expect(words(data)).toEqual(['keyword', 'class', 'keyword', 'function']);
    const { data: part } = await tokens<{ data: number[] }>('range', { range: range(1, 0, 1) });
    expect(words(part)).toEqual(['keyword', 'function']);

    change(uri, 'FROM a\nRUN ls -l\n', 2);
    const delta = await tokens<{ edits: unknown[]; resultId: string }>('full/delta', { previousResultId: resultId });
    expect(delta.edits).toEqual([{ start: 20, deleteCount: 0, data: [0, 3, 2, expect.any(Number), 0] }]);
    expect(await tokens('full/delta', { previousResultId: resultId })).toMatchObject({ data: expect.any(Array) as [] });
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
    const text = 'FROM alpine:3.20\nADD x /y\nUSR app\n';
    open(uri, text);
    const fixes = await actions(client, range(1, 0, 0));
    expect(fixes.map(({ title }) => title)).toEqual(['Use COPY', 'Ignore DL3020 here', 'Ignore DL3020 in this file']);
    expect(fixes.map(({ edit }) => applyEdits(text, edit.changes[uri] ?? []))).toEqual([
      'FROM alpine:3.20\nCOPY x /y\nUSR app\n',
      'FROM alpine:3.20\n# hadolint ignore=DL3020\nADD x /y\nUSR app\n',
      '# hadolint global ignore=DL3020\nFROM alpine:3.20\nADD x /y\nUSR app\n',
    ]);
    const [repair] = await actions(client, range(2, 0, 0));
    expect(applyEdits(text, repair?.edit.changes[uri] ?? [])).toBe('FROM alpine:3.20\nADD x /y\nUSER app\n');
  });

  test('ignore in a stage, and in the configuration file', async ({ start }) => {
    const config = 'ignored:\n  - DL3006 # later\n';
    const { client, open } = await start({
      surroundings: () => Promise.resolve({ hadolintConfig: { path: '/project/.hadolint.yaml', text: config } }),
    });
    const text = 'FROM a:1 AS one\nRUN true\nFROM one\nADD x /y\n';
    open(uri, text);
    const fixes = await actions(client, range(3, 0, 0));
    const edit = (title: string) => fixes.find((action) => action.title === title)?.edit.changes;
    expect(applyEdits(text, edit('Ignore DL3020 in this stage')?.[uri] ?? [])).toBe(
      'FROM a:1 AS one\nRUN true\n# hadolint stage ignore=DL3020\nFROM one\nADD x /y\n',
    );
    const inConfig = edit('Ignore DL3020 in .hadolint.yaml')?.['file:///project/.hadolint.yaml'];
    expect(applyEdits(config, inConfig ?? [])).toBe('ignored:\n  - DL3006 # later\n  - DL3020\n');
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

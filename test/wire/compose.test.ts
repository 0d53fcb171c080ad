import { describe, expect } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  ProtocolConnection,
} from 'vscode-languageserver/node';
import { applyEdits, caret } from '../support/markedText.ts';
import { test } from '../support/wire.ts';

const uri = 'file:///project/compose.yaml';
const textDocument = { uri };

interface Opened {
  readonly client: ProtocolConnection;
  readonly open: (uri: string, text: string, languageId?: string) => void;
}

/** Asks about the place of the `|` in a compose file. */
async function at({ client, open }: Opened, marked: string, method: string): Promise<unknown> {
  const { text, position } = caret(marked);
  open(uri, text, 'dockercompose');
  return client.sendRequest(`textDocument/${method}`, { textDocument, position });
}

test('a compose file has its problems, a fix for one, and none after it', async ({ start }) => {
  const { client, open, change, diagnostics } = await start();
  const text = 'services:\n  web:\n    imgae: nginx:1.29\n';
  open(uri, text, 'dockercompose');
  const problems = await diagnostics(uri, 1);
  expect(problems).toMatchObject([
    {
      code: 'unknown-key',
      source: 'gantry',
      severity: 1,
      range: { start: { line: 2, character: 4 }, end: { line: 2, character: 9 } },
    },
  ]);
  const actions = await client.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: problems[0]?.range,
    context: { diagnostics: problems },
  });
  expect(actions.map(({ title }) => title)).toEqual([
    'Change to image',
    'Ignore unknown-key here',
    'Ignore unknown-key in this file',
  ]);
  for (const [version, { edit }] of actions.entries()) {
    change(uri, applyEdits(text, edit?.changes?.[uri] ?? []), version + 2);
    expect(await diagnostics(uri, version + 2)).toEqual([]);
  }
});

test('what is broken is told, and what comes after it is still understood', async ({ start }) => {
  const { open, change, diagnostics } = await start();
  open(uri, 'services:\n  web:\n    image: "nginx:1.29\n  db:\n    imgae: a\n', 'dockercompose');
  const codes = (list: readonly Diagnostic[]): unknown[] => list.map(({ code, range }) => [code, range.start.line]);
  expect(codes(await diagnostics(uri, 1))).toEqual([
    ['yaml-syntax', 2],
    ['unknown-key', 4],
  ]);
  change(uri, '# one line more\nservices:\n  web:\n    image: "nginx:1.29"\n  db:\n    imgae: a\n', 2);
  expect(codes(await diagnostics(uri, 2))).toEqual([['unknown-key', 5]]);
});

test('a compose file is known by its name in editors with an id of their own', async ({ start }) => {
  const { open, diagnostics } = await start();
  open('file:///project/docker-compose.prod.yml', 'nonsense: 1\n', 'yaml');
  expect(await diagnostics('file:///project/docker-compose.prod.yml', 1)).toMatchObject([{ code: 'unknown-key' }]);
});

describe('each feature of compose files', () => {
  test('completion', async ({ start }) => {
    const wire = await start({
      capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
    });
    const items = (await at(wire, 'services:\n  web:\n    po|\n    image: a\n', 'completion')) as CompletionItem[];
    expect(items.find(({ label }) => label === 'ports')).toMatchObject({
      textEdit: {
        newText: 'ports:\n      - $0',
        range: { start: { line: 2, character: 4 }, end: { line: 2, character: 6 } },
      },
    });
  });

  test('hover', async ({ start }) => {
    const hover = await at(await start(), 'services:\n  web:\n    ima|ge: a\n', 'hover');
    expect(hover).toMatchObject({
      contents: { kind: 'markdown', value: expect.stringContaining('`image`') as string },
    });
  });

  test('definition and highlights', async ({ start }) => {
    const wire = await start();
    const marked = 'services:\n  web:\n    depends_on: [d|b]\n  db:\n    image: a\n';
    expect(await at(wire, marked, 'definition')).toMatchObject([{ uri, range: { start: { line: 3, character: 2 } } }]);
    const highlights = await wire.client.sendRequest('textDocument/documentHighlight', {
      textDocument,
      position: caret(marked).position,
    });
    expect(highlights).toHaveLength(2);
  });

  test('outline, folding and links', async ({ start }) => {
    const { client, open } = await start();
    open(uri, 'services:\n  web:\n    image: nginx\n    env_file: .env\n', 'dockercompose');
    const symbols = await client.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    expect(symbols).toMatchObject([{ name: 'services', children: [{ name: 'web', detail: 'nginx' }] }]);
    expect(await client.sendRequest('textDocument/foldingRange', { textDocument })).toHaveLength(2);
    expect(await client.sendRequest('textDocument/documentLink', { textDocument })).toMatchObject([
      { target: 'https://hub.docker.com/_/nginx' },
      { target: 'file:///project/.env' },
    ]);
  });
});

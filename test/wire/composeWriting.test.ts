import { describe, expect } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  SemanticTokens,
  SemanticTokensDelta,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { applyEdits, caret } from '../support/markedText.ts';
import { tokenWords } from '../support/tokenWords.ts';
import { test } from '../support/wire.ts';

const uri = 'file:///project/compose.yaml';
const textDocument = { uri };

describe('each feature that helps to write compose files', () => {
  test('formatting, of a document and a range, with the keys in order when the settings say so', async ({ start }) => {
    const { client, open } = await start({
      capabilities: { workspace: { configuration: true } },
      configuration: (key) => (key === 'gantry.format.sortKeys' ? true : null),
    });
    const text = 'services:\n    web:\n        ports:   ["80"]\n        image:  a\n';
    open(uri, text, 'dockercompose');
    const options = { tabSize: 2, insertSpaces: true };
    const ask = async (method: string, more = {}): Promise<string> =>
      applyEdits(text, await client.sendRequest<[]>(`textDocument/${method}`, { textDocument, options, ...more }));
    expect(await ask('formatting')).toBe('services:\n  web:\n    image: a\n    ports: ["80"]\n');
    const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
    expect(await ask('rangeFormatting', { range })).toBe(text.replace('image:  a', 'image: a'));
  });

  test('completion of files, of what their Dockerfile has, and of what the engine has', async ({ start }) => {
    const { client, open } = await start({
      files: {
        kind: () => Promise.resolve(undefined),
        list: () => Promise.resolve([{ name: 'prod.env', kind: 'file' }]),
      },
      readText: (path) => Promise.resolve(path === '/project/web/Dockerfile' ? 'FROM a AS base\n' : undefined),
      initializationOptions: { images: true },
    });
    client.onRequest('gantry/images', () => [{ reference: 'acme/app:2', size: 1, created: '' }]);
    const labels = async (rest: string): Promise<string[]> => {
      const { text, position } = caret(`services:\n  web:\n    ${rest}\n`);
      open(uri, text, 'dockercompose');
      const items = await client.sendRequest<CompletionItem[]>('textDocument/completion', { textDocument, position });
      return items.map(({ label }) => label);
    };
    expect(await labels('env_file: |')).toContain('prod.env');
    expect(await labels('build: {context: web, target: |}')).toContain('base');
    expect(await labels('image: |')).toContain('acme/app:2');
  });

  test('semantic tokens, of a document and a range, and then only what changed', async ({ start }) => {
    const { client, open, change } = await start();
    const text = 'services:\n  web:\n    image: a:${TAG}\n';
    open(uri, text, 'dockercompose');
    const all = await client.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    expect(tokenWords(text, all)).toEqual(['2 web class+declaration', '3 a class', '3 ${TAG} variable']);
    const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
    const some = await client.sendRequest<SemanticTokens>('textDocument/semanticTokens/range', { textDocument, range });
    expect(tokenWords(text, some)).toEqual(['2 web class+declaration']);
    change(uri, `${text}    restart: always\n`, 2);
    const delta = await client.sendRequest<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId: all.resultId,
    });
    expect(delta.edits).toMatchObject([{ deleteCount: 0, data: expect.objectContaining({ length: 5 }) as unknown }]);
  });

  test('a pasted `docker run` becomes a service, and a service a `docker run`', async ({ start }) => {
    const { client, open } = await start();
    const text = 'services:\n  docker run -p 80:80 nginx\n';
    open(uri, text, 'dockercompose');
    const at = { line: 1, character: 5 };
    const actions = await client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: { start: at, end: at },
      context: { diagnostics: [], only: ['refactor'] },
    });
    expect(actions.map(({ title }) => title)).toEqual(['Turn into the service nginx']);
    const turned = applyEdits(text, actions[0]?.edit?.changes?.[uri] ?? []);
    expect(turned).toBe('services:\n  nginx:\n    image: nginx\n    ports:\n      - "80:80"\n');
    expect(await client.sendRequest('gantry/composeRunLine', { uri, text: turned, service: 'nginx' })).toEqual({
      line: 'docker run \\\n  --detach \\\n  --name nginx \\\n  --publish 80:80 \\\n  nginx',
      leftOut: [],
    });
  });

  test('definition, references and rename through the files of the project', async ({ start }) => {
    const override = 'services:\n  web:\n    depends_on: [db]\n';
    const { client, open } = await start({
      files: {
        kind: (path) => Promise.resolve(path === '/project/compose.override.yaml' ? 'file' : undefined),
        list: () => Promise.resolve([]),
      },
      readText: (path) => Promise.resolve(path === '/project/compose.override.yaml' ? override : undefined),
    });
    const text = 'services:\n  web: {}\n  db:\n    image: a\n';
    open(uri, text, 'dockercompose');
    const other = 'file:///project/compose.override.yaml';
    const where = { textDocument, position: { line: 2, character: 3 } };
    expect(await client.sendRequest('textDocument/definition', where)).toMatchObject([{ uri }]);
    const references = { ...where, context: { includeDeclaration: false } };
    expect(await client.sendRequest('textDocument/references', references)).toMatchObject([{ uri: other }]);
    expect(await client.sendRequest('textDocument/prepareRename', where)).toMatchObject({ end: { character: 4 } });
    const edit = await client.sendRequest<WorkspaceEdit>('textDocument/rename', { ...where, newName: 'store' });
    expect(applyEdits(text, edit.changes?.[uri] ?? [])).toBe(text.replace('db', 'store'));
    expect(applyEdits(override, edit.changes?.[other] ?? [])).toBe(override.replace('db', 'store'));
  });

  test('hover and hints with what counts in the project', async ({ start }) => {
    const files: Readonly<Record<string, string>> = {
      '/project/compose.override.yaml': 'services:\n  web:\n    image: b\n',
      '/project/.env': 'USER_ID=7\n',
    };
    const { client, open } = await start({
      files: {
        kind: (path) => Promise.resolve(Object.hasOwn(files, path) ? 'file' : undefined),
        list: () => Promise.resolve([]),
      },
      readText: (path) => Promise.resolve(files[path]),
    });
    open(uri, 'services:\n  web:\n    image: a\n    user: ${USER_ID}\n', 'dockercompose');
    const hover = (line: number, character: number): Promise<unknown> =>
      client.sendRequest('textDocument/hover', { textDocument, position: { line, character } });
    const saying = (text: string): object => ({ contents: { value: expect.stringContaining(text) as unknown } });
    expect(await hover(2, 6)).toMatchObject(saying('In the project: `b`'));
    expect(await hover(3, 13)).toMatchObject(saying('Its value is `7`'));
    const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };
    expect(await client.sendRequest('textDocument/inlayHint', { textDocument, range })).toMatchObject([
      { label: '= 7', position: { line: 3, character: 20 } },
    ]);
  });

  test('links to the Dockerfile of a context, where it is there', async ({ start }) => {
    const { client, open } = await start({
      files: {
        kind: (path) => Promise.resolve(path === '/project/web/Dockerfile' ? 'file' : undefined),
        list: () => Promise.resolve([]),
      },
    });
    open(uri, 'services:\n  web:\n    build: ./web\n  db:\n    build: ./db\n', 'dockercompose');
    expect(await client.sendRequest('textDocument/documentLink', { textDocument })).toMatchObject([
      { target: 'file:///project/web/Dockerfile', range: { start: { line: 2, character: 11 } } },
    ]);
  });

  test('other forms, and what is shared', async ({ start }) => {
    const { client, open, initialized } = await start();
    expect(initialized.capabilities.codeActionProvider).toMatchObject({
      codeActionKinds: expect.arrayContaining(['refactor.rewrite', 'refactor.extract']) as unknown,
    });
    open(uri, 'services:\n  web:\n    image: a\n    ports:\n      - "80:80"\n', 'dockercompose');
    const at = { line: 4, character: 10 };
    const actions = await client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: { start: at, end: at },
      context: { diagnostics: [], only: ['refactor'] },
    });
    expect(actions.map(({ title, kind }) => [title, kind])).toEqual([
      ['Write this port in the long form', 'refactor.rewrite'],
      ['Extract ports to x-ports', 'refactor.extract'],
    ]);
  });

  test('selection ranges', async ({ start }) => {
    const { client, open } = await start();
    open(uri, 'services:\n  web:\n    image: nginx\n', 'dockercompose');
    const positions = [{ line: 2, character: 12 }];
    expect(await client.sendRequest('textDocument/selectionRange', { textDocument, positions })).toMatchObject([
      {
        range: { start: { line: 2, character: 11 }, end: { line: 2, character: 16 } },
        parent: {
          range: { start: { line: 2, character: 4 } },
          parent: { range: { start: { line: 1, character: 2 } } },
        },
      },
    ]);
  });
});

import { describe, expect } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver/node';
import type { LocalImage } from '../../server/src/protocol/requests.ts';
import { caret } from '../support/markedText.ts';
import { test, type Wire } from '../support/wire.ts';

const uri = 'file:///project/Dockerfile';
const snippets = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };

async function itemsAt({ client, open }: Wire, marked: string, triggerCharacter?: string): Promise<CompletionItem[]> {
  const { text, position } = caret(marked);
  open(uri, text);
  const context = triggerCharacter === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter };
  return client.sendRequest('textDocument/completion', { textDocument: { uri }, position, context });
}

async function labelsAt(wire: Wire, marked: string): Promise<string[]> {
  return (await itemsAt(wire, marked)).map(({ label }) => label);
}

const local: LocalImage = { reference: 'acme/app:2', size: 1_000_000, created: '2026-01-31T12:00:00Z' };

describe('completion in Dockerfiles', () => {
  test('instructions, documented, with snippets for a client that knows them', async ({ start }) => {
    const items = await itemsAt(await start({ capabilities: snippets }), 'FROM a\nEXP|\n');
    expect(items.find(({ label }) => label === 'EXPOSE port')).toMatchObject({
      documentation: { kind: 'markdown' },
      insertTextFormat: 2,
      textEdit: { newText: 'EXPOSE ${1:8080}' },
    });
  });

  test('plain text for one that does not', async ({ start }) => {
    const items = await itemsAt(await start(), 'FROM a\nEXP|\n');
    expect(items.find(({ label }) => label === 'EXPOSE port')).toMatchObject({
      insertTextFormat: 1,
      textEdit: { newText: 'EXPOSE 8080' },
    });
  });

  test('each character that begins something asks', async ({ start }) => {
    const { initialized } = await start();
    const { triggerCharacters } = initialized.capabilities.completionProvider ?? {};
    expect(triggerCharacters).toEqual(expect.arrayContaining(['=', ' ', '$', '{', '-', ',', ':', '/', '"']));
  });

  test('a blank in a comment asks for nothing', async ({ start }) => {
    expect(await itemsAt(await start(), 'FROM a\n# |\n', ' ')).toEqual([]);
  });

  test('rules’ and ShellCheck’s codes in ignore comments', async ({ start }) => {
    const labels = await labelsAt(await start(), 'FROM a\n# hadolint ignore=|\nRUN b\n');
    expect(labels).toContain('DL3006');
    expect(labels).toContain('SC2086');
  });

  test('contexts that a compose file gives the build', async ({ start }) => {
    const wire = await start({
      files: {
        kind: (path) => Promise.resolve(path === '/project/compose.yaml' ? 'file' : undefined),
        list: (folder) => Promise.resolve(folder === '/project' ? [{ name: 'compose.yaml', kind: 'file' }] : []),
      },
      readText: () =>
        Promise.resolve('services: { web: { build: { context: ., additional_contexts: { assets: ../assets } } } }\n'),
    });
    expect(await labelsAt(wire, 'FROM a\nCOPY --from=|\n')).toContain('assets');
  });

  test('files of the folder that the .dockerignore is in', async ({ start }) => {
    const wire = await start({
      surroundings: () =>
        Promise.resolve({ path: '/p/docker/Dockerfile', dockerignore: { path: '/p/.dockerignore', text: '' } }),
      files: {
        kind: () => Promise.resolve(undefined),
        list: (folder) => Promise.resolve(folder === '/p' ? [{ name: 'go.mod', kind: 'file' as const }] : []),
      },
    });
    expect(await labelsAt(wire, 'FROM a\nCOPY |\n')).toContain('go.mod');
  });

  test('local images of a client that has some', async ({ start }) => {
    const wire = await start({ initializationOptions: { images: true } });
    const asked: unknown[] = [];
    wire.client.onRequest('gantry/images', (params: unknown) => {
      asked.push(params);
      return [local];
    });
    expect(await labelsAt(wire, 'FROM |\n')).toContain('acme/app:2');
    expect(asked).toEqual([{ limit: 200 }]);
  });

  test('a client that has none is not asked, and one that fails costs nothing', async ({ start }) => {
    const silent = await start();
    let asked = 0;
    silent.client.onRequest('gantry/images', () => ((asked += 1), []));
    expect(await labelsAt(silent, 'FROM |\n')).toContain('alpine');
    expect(asked).toBe(0);
    const failing = await start({ initializationOptions: { images: true } });
    failing.client.onRequest('gantry/images', () => {
      throw new Error('no engine');
    });
    expect(await labelsAt(failing, 'FROM |\n')).toContain('alpine');
    expect(failing.log).toEqual([]);
  });

  test('one that does not answer is not waited for', async ({ start }) => {
    const wire = await start({ initializationOptions: { images: true } });
    wire.client.onRequest('gantry/images', () => new Promise(() => {}));
    expect(await labelsAt(wire, 'FROM |\n')).toContain('alpine');
  });

  test('tags, or the way to them', async ({ start }) => {
    const wire = await start({ initializationOptions: { images: true, suggestCommand: 'again' } });
    wire.client.onRequest('gantry/images', () => []);
    wire.client.onRequest('gantry/tags', ({ repository }: { repository: string }) =>
      repository === 'node' ? ['25', '24'] : [],
    );
    expect(await labelsAt(wire, 'FROM node:|\n')).toEqual(expect.arrayContaining(['node:25', 'node:24']));
    const items = await itemsAt(
      await start({ initializationOptions: { images: true, suggestCommand: 'again' } }),
      'FROM quay.io/a:|\n',
    );
    expect(items.find(({ command }) => command)).toMatchObject({ label: 'Fetch tags from quay.io…' });
  });
});

import { expect } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { digest, imagesInUse } from '../support/imagesInUse.ts';
import { test, type Wire } from '../support/wire.ts';

const uri = 'file:///project/Dockerfile';
const withImages = { initializationOptions: { images: true } };
const images = [
  ...imagesInUse({
    debian: {
      tags: [
        ['12', 1],
        ['11', 2],
      ],
    },
    'node:22': { tags: [['22', 3]], image: { env: ['NODE_VERSION'] } },
  }).values(),
];

function titlesAt({ client }: Wire, line: number): Promise<CodeAction[]> {
  const place = { line, character: 6 };
  return client.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: place, end: place },
    context: { diagnostics: [] },
  });
}

test('problems come at once; what the engine knows comes later, and pushes them again', async ({ start }) => {
  const wire = await start(withImages);
  const asked: unknown[] = [];
  const { promise, resolve } = Promise.withResolvers<typeof images>();
  wire.client.onRequest('gantry/imagesInUse', (params: unknown) => {
    asked.push(params);
    return promise;
  });
  wire.open(uri, 'FROM debian\nFROM node:22\nARG NODE_VERSIONS=1\nLABEL v=$NODE_VERSION\n');
  const codes = (problems: readonly Diagnostic[] | undefined): unknown => problems?.map(({ code }) => code);
  expect(codes(await wire.diagnostics(uri, 1))).toEqual(
    expect.arrayContaining(['tag-base-image', 'undefined-variable']),
  );
  expect((await titlesAt(wire, 0)).map(({ title }) => title)).toContain('Say :latest');
  resolve(images);
  await expect.poll(() => codes(wire.pushed.at(-1)?.diagnostics)).not.toContain('undefined-variable');
  const titles = (await titlesAt(wire, 0)).map(({ title }) => title);
  expect(titles.filter((title) => title.startsWith('Say'))).toEqual(['Say :12', 'Say :11', 'Say :latest']);
  expect(asked).toEqual([{ references: ['debian', 'node:22'] }]);
});

test('an action pins an image though no rule asks for it', async ({ start }) => {
  const wire = await start(withImages);
  expect(wire.initialized.capabilities.codeActionProvider).toMatchObject({
    codeActionKinds: expect.arrayContaining(['refactor.rewrite']),
  });
  wire.client.onRequest('gantry/imagesInUse', () => images);
  wire.open(uri, 'FROM node:22\n');
  await expect
    .poll(() => titlesAt(wire, 0))
    .toContainEqual({
      title: 'Pin node:22 to its digest',
      kind: 'refactor.rewrite',
      edit: {
        changes: {
          [uri]: [
            {
              range: { start: { line: 0, character: 12 }, end: { line: 0, character: 12 } },
              newText: `@${digest('3')}`,
            },
          ],
        },
      },
    });
});

test('a client without images is not asked, and one that never answers is not waited for', async ({ start }) => {
  const without = await start();
  let asked = 0;
  without.client.onRequest('gantry/imagesInUse', () => ((asked += 1), images));
  without.open(uri, 'FROM debian\n');
  await without.diagnostics(uri, 1);
  await titlesAt(without, 0);
  expect(asked).toBe(0);
  const hanging = await start(withImages);
  hanging.client.onRequest('gantry/imagesInUse', () => new Promise(() => {}));
  hanging.open(uri, 'FROM debian\n');
  expect(await hanging.diagnostics(uri, 1)).toMatchObject([{ code: 'tag-base-image' }]);
});

test('a copied file that is ignored can be let in, in the other file', async ({ start }) => {
  const wire = await start({
    surroundings: () => Promise.resolve({ dockerignore: { path: '/project/.dockerignore', text: 'docs\n' } }),
  });
  wire.open(uri, 'FROM a:1\nCOPY docs /x\n');
  const actions = await titlesAt(wire, 1);
  expect(actions.find(({ title }) => title.startsWith('Let docs in'))?.edit).toEqual({
    changes: {
      'file:///project/.dockerignore': [
        { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, newText: '!docs\n' },
      ],
    },
  });
});

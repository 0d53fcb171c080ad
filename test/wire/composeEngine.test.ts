import { expect } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { diskFiles, readTextFile } from '../../server/src/workspace/files.ts';
import { test } from '../support/wire.ts';

const uri = 'file:///nowhere/compose.yaml';

test('what the engine lacks is told once it is known, and no problem waits for it', async ({ start }) => {
  const wire = await start({ initializationOptions: { images: true } });
  const asked: unknown[] = [];
  const { promise, resolve } = Promise.withResolvers<unknown>();
  wire.client.onRequest('gantry/imagesInUse', () => []);
  wire.client.onRequest('gantry/engineFacts', (params: unknown) => {
    asked.push(params);
    return promise;
  });
  wire.open(
    uri,
    'services:\n  web:\n    image: nginx:1.27\n    privileged: true\n    ports: ["8080:80"]\n    volumes: ["data:/d"]\nvolumes:\n  data:\n    external: true\n',
    'dockercompose',
  );
  const codes = (problems: readonly Diagnostic[] | undefined): unknown => problems?.map(({ code }) => code);
  expect(codes(await wire.diagnostics(uri, 1))).toEqual(['no-privileged']);
  resolve({ volumes: [], networks: [], taken: [] });
  await expect.poll(() => codes(wire.pushed.at(-1)?.diagnostics)).toEqual(['no-privileged', 'external-resource']);
  expect(asked).toEqual([{ volumes: ['data'], networks: [], ports: [8080] }]);
});

test('a secret moves to an .env that is made for it', async ({ start }) => {
  const wire = await start({ files: diskFiles, readText: readTextFile });
  wire.open(
    uri,
    'services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: hunter2\n',
    'dockercompose',
  );
  await wire.diagnostics(uri, 1);
  const place = { line: 4, character: 27 };
  const actions: CodeAction[] = await wire.client.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: place, end: place },
    context: { diagnostics: [] },
  });
  const move = actions.find(({ title }) => title === 'Move POSTGRES_PASSWORD to .env');
  expect(move?.edit?.documentChanges).toMatchObject([
    { kind: 'create', uri: 'file:///nowhere/.env' },
    { edits: [{ newText: 'POSTGRES_PASSWORD=hunter2\n' }] },
    { textDocument: { uri }, edits: [{ newText: '${POSTGRES_PASSWORD:?}' }] },
  ]);
});

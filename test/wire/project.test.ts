import { expect } from 'vitest';
import { applyEdits } from '../support/markedText.ts';
import { test } from '../support/wire.ts';

const uri = 'file:///project/Dockerfile';
const textDocument = { uri };

test('rename and references reach the compose files that build it, open ones as they are now', async ({ start }) => {
  const there: Readonly<Record<string, string>> = {
    '/project/compose.yaml': 'services: { web: { build: { context: ., target: build, args: { V: 1 } } } }\n',
    '/project/compose.ci.yaml': 'old\n',
  };
  const wire = await start({
    files: {
      kind: (path) => Promise.resolve(path in there ? 'file' : undefined),
      list: (folder) =>
        Promise.resolve(
          folder === '/project' ? ['compose.yaml', 'compose.ci.yaml'].map((name) => ({ name, kind: 'file' })) : [],
        ),
    },
    readText: (path) => Promise.resolve(there[path]),
  });
  const ci = 'services:\n  web:\n    build:\n      context: .\n      target: build\n';
  wire.open('file:///project/compose.ci.yaml', ci, 'dockercompose');
  const text = 'ARG V\nFROM a:$V AS build\nFROM b\nCOPY --from=build /x /y\n';
  wire.open(uri, text);
  const rename = { textDocument, position: { line: 1, character: 16 }, newName: 'base' };
  const { changes } = await wire.client.sendRequest<{ changes: Record<string, []> }>('textDocument/rename', rename);
  expect(applyEdits(text, changes[uri] ?? [])).toContain('COPY --from=base /x /y');
  expect(applyEdits(there['/project/compose.yaml'] ?? '', changes['file:///project/compose.yaml'] ?? [])).toContain(
    'target: base, args: { V: 1 }',
  );
  expect(applyEdits(ci, changes['file:///project/compose.ci.yaml'] ?? [])).toContain('      target: base\n');
  const references = await wire.client.sendRequest<{ uri: string; range: unknown }[]>('textDocument/references', {
    textDocument,
    position: { line: 0, character: 4 },
    context: { includeDeclaration: true },
  });
  expect(references.map((place) => place.uri)).toEqual([uri, uri, 'file:///project/compose.yaml']);
});

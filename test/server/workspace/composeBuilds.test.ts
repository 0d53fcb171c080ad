import { expect, test } from 'vitest';
import type { Files } from '../../../server/src/language.ts';
import { composeBuilds } from '../../../server/src/workspace/composeBuilds.ts';

/** A disk with these files. */
function disk(texts: Readonly<Record<string, string>>) {
  const files: Files = {
    kind: (path) => Promise.resolve(path in texts ? 'file' : undefined),
    list: (folder) =>
      Promise.resolve(
        Object.keys(texts)
          .filter((path) => path.slice(0, path.lastIndexOf('/')) === folder)
          .map((path) => ({ name: path.slice(folder.length + 1), kind: 'file' as const })),
      ),
  };
  return composeBuilds({ files, readText: (path) => Promise.resolve(texts[path]) });
}

/** Each place as the text that stands there, by file. */
async function found(texts: Readonly<Record<string, string>>, uri: string): Promise<unknown> {
  const textAt = (
    file: string,
    { start, end }: { start: { line: number; character: number }; end: { character: number } },
  ) => texts[file]?.split('\n')[start.line]?.slice(start.character, end.character);
  const uses = await disk(texts)(uri);
  return uses.map(({ uri: at, target, args, contexts }) => {
    const file = at.slice('file://'.length);
    return [file, target && textAt(file, target.range), [...args, ...contexts].map(({ range }) => textAt(file, range))];
  });
}

test('services whose build names the Dockerfile, by context and name', async () => {
  const texts = {
    '/p/compose.yaml': `services:
  web:
    build:
      context: ./web
      target: "final"
      args:
        VERSION: 1
        "QUOTED": x
  api: { build: { context: web, dockerfile: ../web/Dockerfile, args: [VERSION=2, BARE] } }
  other: { build: { context: ., target: final } }
  plain: { build: web }
  none: { image: x }
`,
    '/p/web/Dockerfile': '',
  };
  expect(await found(texts, 'file:///p/web/Dockerfile')).toEqual([
    ['/p/compose.yaml', 'final', ['VERSION', 'QUOTED']],
    ['/p/compose.yaml', undefined, ['VERSION', 'BARE']],
    ['/p/compose.yaml', undefined, []],
  ]);
  expect(await found(texts, 'file:///p/Dockerfile')).toEqual([['/p/compose.yaml', 'final', []]]);
});

test('through anchors, in files beside it, and not behind variables or inline', async () => {
  const texts = {
    '/p/compose.prod.yml': `x-build: &build { context: ., target: prod }
services:
  a: { build: *build }
  b: { build: { context: $DIR, target: prod } }
  c: { build: { context: ., dockerfile_inline: "FROM a" } }
  d: { build: https://example.com/repo.git }
`,
    '/p/notes.yaml': 'services: { a: { build: . } }\n',
  };
  expect(await found(texts, 'file:///p/Dockerfile')).toEqual([['/p/compose.prod.yml', 'prod', []]]);
});

test('a file that cannot be read, is broken or is nowhere costs nothing', async () => {
  expect(await found({ '/p/compose.yaml': 'services: [build\n  : {' }, 'file:///p/Dockerfile')).toEqual([]);
  expect(await found({}, 'file:///p/Dockerfile')).toEqual([]);
  expect(await found({}, 'untitled:Untitled-1')).toEqual([]);
});

test('named contexts, as a mapping and as a list', async () => {
  const texts = {
    '/p/compose.yaml': `services:
  a: { build: { context: ., additional_contexts: { assets: ../assets, "other": docker-image://alpine } } }
  b: { build: { context: ., additional_contexts: [ shared=./shared ] } }
`,
  };
  expect(await found(texts, 'file:///p/Dockerfile')).toEqual([
    ['/p/compose.yaml', undefined, ['assets', 'other']],
    ['/p/compose.yaml', undefined, ['shared']],
  ]);
});

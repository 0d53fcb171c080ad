import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DockerfileDocument } from '../../../../server/src/dockerfile/document.ts';
import { namedImages } from '../../../../server/src/dockerfile/images/names.ts';

function names(text: string): string[] {
  return namedImages(new DockerfileDocument(TextDocument.create('file:///Dockerfile', 'dockerfile', 1, text)));
}

test('the images of FROM, by their values, of COPY and of mounts', () => {
  expect(
    names(
      'ARG V=22\nFROM node:$V AS a\nCOPY --from=busybox:1 /a /b\nRUN --mount=from=ghcr.io/a/b@sha256:1,target=/x y\n',
    ),
  ).toEqual(['node:22', 'busybox:1']);
});

test('no stages, no scratch, nothing that is unknown or of another file, and each once', () => {
  expect(
    names(
      'ARG V\nFROM a AS x\nFROM x\nFROM a\nFROM scratch\nFROM b:$V\nCOPY --from=x a /\nCOPY --from=9 a /\nCOPY --from=$V a /\nONBUILD COPY --from=c a /\nFROM A:1\n',
    ),
  ).toEqual(['a']);
});

test('so many and no more', () => {
  expect(names(Array.from({ length: 30 }, (_, i) => `FROM a${String(i)}\n`).join(''))).toHaveLength(20);
});

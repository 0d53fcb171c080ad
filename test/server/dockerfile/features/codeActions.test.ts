import { expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-types';
import { provideCodeActions, type CodeActionOptions } from '../../../../server/src/dockerfile/features/codeActions.ts';
import { DockerfileDocument } from '../../../../server/src/dockerfile/document.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { digest, imagesInUse } from '../../../support/imagesInUse.ts';
import { applyEdits, caret } from '../../../support/markedText.ts';

const images = imagesInUse({
  'node:22': { tags: [['22', 1]] },
  busybox: { tags: [['latest', 2]] },
  'built:1': { tags: [] },
});

/** The actions at the caret, each with the text that it leads to. */
function actionsAt(marked: string, options: Partial<CodeActionOptions> = { images }): [string, string][] {
  const { text, position } = caret(marked);
  const document = new DockerfileDocument(TextDocument.create('file:///Dockerfile', 'dockerfile', 1, text));
  const range = { start: position, end: position };
  return provideCodeActions(document, { range, ...options }).map(({ title, edit }: CodeAction) => [
    title,
    applyEdits(text, edit?.changes?.[document.uri] ?? []),
  ]);
}

test.each([
  ['FROM no|de:22 AS a\n', `FROM node:22@${digest('1')} AS a\n`, 'node:22'],
  ['FROM scratch\nCOPY --from=|node:22 /a /b\n', `FROM scratch\nCOPY --from=node:22@${digest('1')} /a /b\n`, 'node:22'],
  [
    'FROM scratch\nRUN --mount=from=busybox|,target=/x y\n',
    `FROM scratch\nRUN --mount=from=busybox@${digest('2')},target=/x y\n`,
    'busybox',
  ],
])('pins the image in %j', (marked, after, name) => {
  expect(actionsAt(marked)).toEqual([[`Pin ${name} to its digest`, after]]);
});

test('removes a digest where a tag stays, also when nothing is known', () => {
  const marked = `FROM node:22@${digest('3')}|\n`;
  expect(actionsAt(marked, {})).toEqual([['Remove the digest', 'FROM node:22\n']]);
  expect(actionsAt(`FROM node@${digest('3')}|\n`)).toEqual([]);
});

test.each([
  'FROM node:2|0\n',
  'FROM built:|1\n',
  'FROM node:22\nRUN| x\n',
  'FROM a AS node\nFROM node|\n',
  'FROM |$A\n',
])('has nothing for %j', (marked) => {
  expect(actionsAt(marked)).toEqual([]);
});

test('only of the kinds that are asked for', () => {
  expect(actionsAt('FROM |node:22\n', { images, only: ['quickfix'] })).toEqual([]);
  expect(actionsAt('FROM |node:22\n', { images, only: ['refactor'] })).toHaveLength(1);
});

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { missingCopySource } from '../../../../../server/src/dockerfile/lint/rules/missing-copy-source.ts';
import { dockerfile } from '../../../../../server/src/dockerfile/service.ts';
import { readSettings } from '../../../../../server/src/protocol/readSettings.ts';
import { diskFiles } from '../../../../../server/src/workspace/files.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';
import { temporaryFolder } from '../../../../support/temporaryFolder.ts';

// There are package.json and src/index.js.
testRule(missingCopySource, {
  bad: {
    each: 'FROM a\nCOPY package.json ./other /b \\\n                  ^^^^^^^ ^^\n  /x/\n',
    'in JSON, by its value': 'FROM a\nARG D=lib\nADD ["src", "$D/a", "/x/"]\n            ^^^^^^\n',
  },
  good: {
    'what is there': 'FROM a\nCOPY . src ./src/index.js /package.json /x/\n',
    'what builds make': 'FROM a\nCOPY dist/app.js target /x/\n',
    'what cannot be known': 'FROM a\nARG X\nCOPY $X/a *.md [ab] ../c /x/\n',
    'what is not in the context': 'FROM a\nCOPY --from=b /c /d\nADD http://x/y /z\nCOPY <<E /x\nE\nONBUILD COPY b /x\n',
  },
  fixes: {
    'a misspelt name': ['FROM a\nCOPY ./src/idnex.js /x/\n', 'FROM a\nCOPY ./src/index.js /x/\n'],
    'a misspelt name in JSON': ['FROM a\nCOPY ["pakcage.json", "/x/"]\n', 'FROM a\nCOPY ["package.json", "/x/"]\n'],
    'a misspelt folder': ['FROM a\nCOPY scr/ /x/\n', 'FROM a\nCOPY src/ /x/\n'],
  },
});

testRule(missingCopySource, {
  options: { contextFiles: undefined },
  good: { 'anything when nothing was seen': 'FROM a\nCOPY b /c\n' },
});

testRule(missingCopySource, {
  options: {
    dockerignore: { path: '/.dockerignore', text: 'b\n' },
    contextFiles: { folder: '/', dockerignoreApplies: true, missing: new Set(['b', 'c']), meant: new Map() },
  },
  bad: { 'what is not ignored': 'FROM a\nCOPY b c /x/\n       ^\n' },
});

test('the disk is looked at before the rules run', async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'docker'));
  for (const name of ['package.json', 'docker/Dockerfile', 'docker/entry.sh'])
    await writeFile(join(folder.path, name), '');
  const language = dockerfile({ client: {}, log: () => {}, files: diskFiles });
  const uri = pathToFileURL(join(folder.path, 'docker/Dockerfile')).href;
  const problems = async (text: string) => {
    const document = language.open(TextDocument.create(uri, 'dockerfile', 0, text));
    const context = { settings: readSettings(() => undefined) };
    const all = await language.provideProblems?.(document, context, { isCancellationRequested: false });
    return all?.flatMap(({ id, severity, message }) => (id === missingCopySource.id ? [[severity, message]] : []));
  };
  expect(await problems('FROM a:1\nCOPY package.json docker/entry.sh /x/\n')).toEqual([]);
  expect(await problems('FROM a:1\nCOPY package.json docker/enrty.sh /x/\n')).toEqual([
    ['info', 'docker/enrty.sh is not in the build context. Did you mean docker/entry.sh?'],
  ]);
  expect(await problems('FROM a:1\nCOPY nowhere /x/\n')).toEqual([]);
});

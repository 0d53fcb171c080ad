import { expect, test } from 'vitest';
import { definitionDescription } from '../../../../../server/src/dockerfile/lint/rules/definition-description.ts';
import { dockerfile as service } from '../../../../../server/src/dockerfile/service.ts';
import { readSettings } from '../../../../../server/src/protocol/readSettings.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(definitionDescription, {
  bad: {
    'the last line of the comment': 'FROM a\n# b is it\n# or not\nARG b\n^^^\n',
    'a name that only begins so': 'FROM a\n# bc is it\nARG b\n^^^\n',
    'a stage': 'FROM x\n\n# the base\nFROM a AS base\n^^^^\n',
  },
  good: {
    'one of several names': 'FROM a\n# c is it\nARG b c\n',
    'a comment further above': 'FROM a\n# whatever\n\nARG b\n',
    'an empty comment': 'FROM a\n# whatever\n#\nARG b\n',
    'a stage without a name': 'FROM x\n\n# whatever\nFROM a\n',
    'other instructions': 'FROM a\n# whatever\nRUN b\n',
    'ignore comments': 'FROM a\n# hadolint ignore=DL3064\nARG b\n# check=skip=A\nARG c\n# gantry ignore=x\nARG d\n',
    directives: '# syntax=docker/dockerfile:1\nFROM a AS b\n',
  },
  fixes: { 'by an empty line': ['FROM a\n# x\nARG b\n', 'FROM a\n# x\n\nARG b\n'] },
});

test.each([
  ['', 0],
  ['# check=experimental=InvalidDefinitionDescription\n', 1],
  ['# check=experimental=all\n', 1],
  ['# check=skip=all;experimental=all\n', 1],
  ['# check=experimental=Other\n', 0],
  ['# check=experimental=all\n# gantry global ignore=definition-description\n', 0],
])('with %j there are %i', async (head, count) => {
  const language = service({ client: {}, log: () => {} });
  const text = TextDocument.create('file:///Dockerfile', 'dockerfile', 0, `${head}\nFROM a:1\n# x\nARG b\n`);
  const context = { settings: readSettings(() => undefined) };
  const problems = await language.provideProblems?.(language.open(text), context, { isCancellationRequested: false });
  expect(problems?.filter(({ id }) => id === 'definition-description').length).toBe(count);
});

import { expect, test } from 'vitest';
import { folderDestination } from '../../../../../server/src/dockerfile/lint/rules/folder-destination.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

testRule(folderDestination, {
  bad: {
    'the destination': 'FROM a\nCOPY --chown=x a b \\\n  c\n  ^\n',
    'one in JSON': 'FROM a\nCOPY ["a", "b", "c d"]\n                ^^^^^\n',
    'one in quotes': 'FROM a\nCOPY a b "c"\n         ^^^\n',
    'the folder of the stage': 'FROM a\nCOPY a b .\n         ^\n',
    'a variable that is no folder': 'FROM a\nENV D=/x\nCOPY a b $D\n         ^^\n',
  },
  good: {
    'one source': 'FROM a\nCOPY a b\nCOPY ["a", "b"]\nCOPY --from=x a b\n',
    slashes: 'FROM a\nCOPY a b c/\nCOPY ["a", "b", "c/"]\nCOPY a b "c/"\n',
    'a variable with one': 'FROM a\nARG D=/x/\nCOPY a b $D\nCOPY a b ${D}\n',
    'ADD, which is another rule’s': 'FROM a\nADD a b c\n',
  },
  fixes: {
    'a word': ['FROM a\nCOPY a b \\\n  c\n', 'FROM a\nCOPY a b \\\n  c/\n'],
    JSON: ['FROM a\nCOPY ["a", "b", "c"]\n', 'FROM a\nCOPY ["a", "b", "c/"]\n'],
    quotes: ["FROM a\nCOPY a b 'c'\n", "FROM a\nCOPY a b 'c/'\n"],
  },
});

test('a folder without a slash is a hint only', () => {
  expect(problemsOf(folderDestination, 'FROM a\nCOPY a b .\nCOPY a b c\n').map(({ severity }) => severity)).toEqual([
    'style',
    'error',
  ]);
});

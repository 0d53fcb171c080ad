import { expect, test } from 'vitest';
import { noReferenceWithinEnv } from '../../../../../server/src/dockerfile/lint/rules/no-reference-within-env.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

testRule(noReferenceWithinEnv, {
  bad: {
    'a use after it': 'FROM a\nENV A=1 B="$A/b"\n           ^^\n',
    'a use before it': 'FROM a\nENV B=${A} A=1\n      ^^^^\n',
    'one on a line of its own': 'FROM a\nENV A=1 \\\n  # c\n  B=x$A\n     ^^\n',
    'one with a modifier': 'FROM a\nENV A=1 B=${A:-2}\n          ^^^^^^^\n',
    'the same name twice': 'FROM a\nENV A=x$A A=y\n       ^^\n',
  },
  good: {
    'names that begin alike': 'FROM a\nENV A=1 B=$AB C=$XA\n',
    itself: 'FROM a\nENV PATH=/x:$PATH B=1\n',
    'one that had a value': 'FROM a\nARG A\nENV A=1 B=$A\n',
    'one of the stage it continues': 'FROM a AS one\nENV A=0\nFROM one\nENV A=1 B=$A\n',
    'protected text': "FROM a\nENV A=1 B='$A' C=\\$A\n",
  },
  fixes: {
    'on one line': ['FROM a\nENV A=1 B=$A C=3\n', 'FROM a\nENV A=1\nENV B=$A C=3\n'],
    'on several': ['FROM a\nenv A=1 \\\n    B=$A \\\n    C=3\n', 'FROM a\nenv A=1\nenv B=$A \\\n    C=3\n'],
  },
  unfixable: {
    'a use before it': 'FROM a\nENV B=$A A=1\n',
    'a comment between': 'FROM a\nENV A=1 \\\n  # c\n  B=$A\n',
  },
});

test.each<[string, string[][]]>([
  ['FROM a\nENV A=1 B=$A\n', [['DL3044', 'UndefinedVar']]],
  ['FROM a\nENV A=1 B=${A:-2}\n', [['UndefinedVar']]],
  ['FROM a\nENV PATH=/x B=$PATH\n', [['DL3044']]],
])('%j is known elsewhere as %j', (text, codes) => {
  expect(problemsOf(noReferenceWithinEnv, text).map((problem) => problem.codes)).toEqual(codes);
});

import { expect, test } from 'vitest';
import { validLabelKey } from '../../../../../server/src/dockerfile/lint/rules/valid-label-key.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

testRule(validLabelKey, {
  bad: {
    each: 'FROM a\nLABEL A=b .c=d e-=f 1g=h \\\n      ^   ^^   ^^   ^^\n  "i j"=k io.docker.l=m n--o=p\n  ^^^^^   ^^^^^^^^^^^   ^^^^\n',
    'a variable': 'FROM a\nLABEL b.$c=d\n      ^^^^\n',
    'before the first stage': 'LABEL A=b\n      ^\n',
  },
  good: { 'right ones': 'FROM a\nLABEL a=b org.c-d.e1=f\n', 'what runs later': 'FROM a\nONBUILD LABEL A=b\n' },
  fixes: {
    words: ['FROM a\nLABEL "Build_Date"=b\n', 'FROM a\nLABEL "build-date"=b\n'],
    humps: ['FROM a\nLABEL buildDate=b\n', 'FROM a\nLABEL build-date=b\n'],
    dots: ['FROM a\nLABEL .a..b--c.=d\n', 'FROM a\nLABEL a.b-c=d\n'],
  },
  unfixable: {
    'Docker’s own': 'FROM a\nLABEL com.docker.a=b\n',
    'a variable': 'FROM a\nLABEL a.$B=c\n',
    'a key that is taken': 'FROM a\nLABEL A=b a=c\n',
    'nothing left': 'FROM a\nLABEL 1=b\n',
  },
});

test.each([
  ['a_b', []],
  ['a_', ['DL3048']],
  ['A_b', ['DL3048']],
])('%s is known to hadolint as %j', (key, codes) => {
  expect(problemsOf(validLabelKey, `FROM a\nLABEL ${key}=x\n`)).toMatchObject([{ codes }]);
});

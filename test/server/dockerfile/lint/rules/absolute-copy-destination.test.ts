import { expect, test } from 'vitest';
import { absoluteCopyDestination } from '../../../../../server/src/dockerfile/lint/rules/absolute-copy-destination.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';
import { applyEdits } from '../../../../support/markedText.ts';

testRule(absoluteCopyDestination, {
  bad: {
    'the destination': 'FROM a\nCOPY --link x y \\\n  z/\n  ^^\n',
    'one in JSON': 'FROM a\nCOPY ["x", "y z"]\n           ^^^^^\n',
    'a WORKDIR that comes later': 'FROM a\nCOPY x .\n       ^\nWORKDIR /y\n',
    'a WORKDIR of another stage': 'FROM a AS one\nWORKDIR /x\nFROM a\nCOPY x .\n       ^\n',
    ONBUILD: 'FROM a\nONBUILD COPY x y\n               ^\n',
    'a WORKDIR that is for later': 'FROM a\nONBUILD WORKDIR /x\nCOPY x y\n       ^\n',
  },
  good: {
    'absolute paths of all kinds':
      'FROM a\nCOPY x /y\nCOPY x "/y"\nCOPY x c:/y\nCOPY x c:\\y\nCOPY x $Y\nCOPY x "${Y}/z"\n',
    'a WORKDIR before': 'FROM a\nWORKDIR x\nCOPY x .\nONBUILD COPY x .\n',
    'a WORKDIR further up': 'FROM a AS one\nWORKDIR /x\nFROM one AS two\nFROM two\nCOPY x .\n',
    'an ONBUILD WORKDIR of the stage it continues':
      'FROM a AS one\nONBUILD WORKDIR /x\nONBUILD COPY x .\nFROM one\nCOPY x .\n',
  },
  fixes: { 'with a WORKDIR': ['FROM a\ncopy x .\n', 'FROM a\nworkdir /app\ncopy x .\n'] },
});

test.each([
  ['COPY x y/z', 'COPY x /y/z'],
  ['COPY x ./y', 'COPY x /y'],
  ['COPY x .', 'COPY x /'],
  ['COPY ["x", "y z"]', 'COPY ["x", "/y z"]'],
])('%s can be made absolute', (before, after) => {
  const text = `FROM a\n${before}\n`;
  const [fix] = problemsOf(absoluteCopyDestination, text)[0]?.alternatives ?? [];
  expect(applyEdits(text, fix?.edits ?? [])).toBe(`FROM a\n${after}\n`);
});

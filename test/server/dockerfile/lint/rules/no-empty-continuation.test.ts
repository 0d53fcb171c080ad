import { expect, test } from 'vitest';
import { noEmptyContinuation } from '../../../../../server/src/dockerfile/lint/rules/no-empty-continuation.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

testRule(noEmptyContinuation, {
  bad: {
    'where the instruction ends': 'FROM a\nRUN b \\\n\n  # c\n\n  d \\\n  e\n  ^\n',
    'before the end of the file': 'FROM a\nRUN b \\\n^^^^^^^\n\n\n',
    'where the file ends': 'FROM a\nRUN b \\\n  \n\nRUN c \\\n^^^^^^^\n',
  },
  good: {
    comments: 'FROM a\nRUN b \\\n  # c\n  d\n',
    'a here-document': 'FROM a\nRUN <<EOF && \\\n  x\n\n\nEOF\n',
    'what follows an instruction': 'FROM a\nRUN b \\\n  c\n\n\nRUN d\n\n',
    'an escape that is escaped': 'FROM a\nENV b=c\\\\\n\nRUN d\n',
    'another escape character': '# escape=`\nFROM a\nENV b=c\\\n\nRUN d\n',
  },
  fixes: {
    'by deleting each': ['FROM a\nRUN b \\\n\n \n  c \\\n# d\n\t\n  e\n', 'FROM a\nRUN b \\\n  c \\\n# d\n  e\n'],
    'in Windows files': ['FROM a\r\nRUN b \\\r\n\r\n  c\r\n', 'FROM a\r\nRUN b \\\r\n  c\r\n'],
    'at the end of the file': ['FROM a\nRUN b \\\n\n\n', 'FROM a\nRUN b \\\n'],
  },
});

test('names the lines', () => {
  const [problem] = problemsOf(noEmptyContinuation, 'FROM a\nRUN b \\\n\n \n  c\n');
  expect(problem?.related?.map(({ range }) => [range.start.line, range.end.character])).toEqual([
    [2, 0],
    [3, 1],
  ]);
});

import { noNestedInstruction } from '../../../../../server/src/dockerfile/lint/rules/no-nested-instruction.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(noNestedInstruction, {
  bad: {
    'after an operator': 'FROM a\nRUN b && \\\n  RUN c\n  ^^^\n',
    'on the same line': 'FROM a\nRUN RUN b\n    ^^^\n',
    'another instruction': 'FROM a\nRUN b && \\\n  COPY c d\n  ^^^^\n',
    'after a backslash alone': 'FROM a\nRUN b c \\\nENV D=e\n^^^\n',
    'a backtick': '# escape=`\nFROM a\nRUN b c `\nENV D=e\n^^^\n',
  },
  good: {
    arguments: 'FROM a\nRUN echo RUN COPY && \\\n  echo \\\n  run ENV\n',
    strings: 'FROM a\nRUN psql -c "SELECT 1 \\\n  FROM b"\n',
    'a here-document': 'FROM a\nRUN cat > Dockerfile <<EOF\nFROM b\nRUN c\nEOF\n',
    'options and assignments': 'FROM a\nRUN make \\\n  ENV=b \\\n  ARG/c\n',
  },
  fixes: {
    'the word': ['FROM a\nRUN b && \\\n  RUN c\n', 'FROM a\nRUN b && \\\n  c\n'],
    'the end of the line before': ['FROM a\nRUN b c \\\n\nENV D=e\n', 'FROM a\nRUN b c\n\nENV D=e\n'],
  },
  unfixable: { 'flags that a program would get': 'FROM a\nRUN b && \\\n  RUN --network=none c\n' },
});

import { expect, test } from 'vitest';
import { noSwallowedCommands } from '../../../../../server/src/dockerfile/lint/rules/no-swallowed-commands.ts';
import { dockerfile, testRule } from '../../../../support/dockerfileRule.ts';

testRule(noSwallowedCommands, {
  bad: {
    'after a command': 'FROM a\nRUN b && # why \\\n         ^^^^^\n  c\n',
    'in a later line': 'FROM a\nRUN b \\\n  && c # why\\\n       ^^^^^\n  && d\n',
    'after a string and an expansion': `FROM a\nRUN echo "a # b" '# c' "$(d "e # f")" \${x#y} \${#z} $# && # why \\\n                                                         ^^^^^\n  c\n`,
    'in a trigger': 'FROM a\nONBUILD RUN b; # why \\\n               ^^^^^\n  c\n',
  },
  good: {
    'a line of its own': 'FROM a\nRUN b && \\\n  # why \\\n  c\n',
    'the last line': 'FROM a\nRUN b && \\\n  c # why\n',
    'nothing after it': 'FROM a\nRUN b # why \\\n\n# more\n',
    'a here-document': 'FROM a\nRUN <<EOF\nb # why \\\nc\nEOF\n',
    'between backticks': 'FROM a\nRUN b `# why` \\\n  && c\n',
    'what is no comment': 'FROM a\nRUN curl https://a.b/#c \\\n  -o d\\ \\#e \\\n && echo "${x/ #/}" \\\n f\n',
    'other shells': 'FROM a\nSHELL ["cmd", "/S", "/C"]\nRUN b # c \\\n  d\n',
  },
  fixes: {
    'keeping the line': [
      'FROM a\nRUN b && \\\n    c && # why \\\n    d\n',
      'FROM a\nRUN b && \\\n    # why\n    c && \\\n    d\n',
    ],
    'of the first line': ['FROM a\nRUN b && # why \\\n    d\n', 'FROM a\n# why\nRUN b && \\\n    d\n'],
  },
});

test('what is swallowed is not run, for the other rules either', () => {
  const names = (text: string): string[] => {
    const file = dockerfile(text);
    return file.all('RUN').flatMap((step) => file.script(step)?.commands.map(({ name }) => name.text) ?? []);
  };
  expect(names('FROM a\nRUN b; # why \\\n  c\nRUN d `# why` \\\n  && e\n')).toEqual(['b', 'd', 'e']);
  expect(names('FROM a\nRUN b <<EOF # why\nc\nEOF\nRUN <<EOF\nd # why \\\ne\nEOF\n')).toEqual(['b', 'd', 'e']);
});

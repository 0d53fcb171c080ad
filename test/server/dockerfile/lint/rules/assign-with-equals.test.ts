import { expect, test } from 'vitest';
import { assignWithEquals } from '../../../../../server/src/dockerfile/lint/rules/assign-with-equals.ts';
import { expand } from '../../../../../server/src/dockerfile/model/variables.ts';
import { dockerfile, problemsOf, testRule } from '../../../../support/dockerfileRule.ts';
import { applyEdits } from '../../../../support/markedText.ts';

testRule(assignWithEquals, {
  bad: {
    'the whole of it': 'FROM a\nENV  B   c d=e\n     ^^^^^^^^^\n',
    'a label': 'FROM a\nlabel b "c d"\n      ^^^^^^^\n',
  },
  good: {
    'the other form': 'FROM a\nENV B=c D="e f"\nLABEL g=\n',
    'an argument': 'FROM a\nARG B\n',
    'what is an error': 'FROM a\nENV B\nENV B = c\nENV\n',
    'what runs later': 'FROM a\nONBUILD ENV B c\n',
  },
  unfixable: { 'a quote that is not closed': 'FROM a\nENV B c "d\n', 'a bad variable': 'FROM a\nENV B c ${\n' },
  fixes: {
    'a word': ['FROM a\nENV B  c\n', 'FROM a\nENV B=c\n'],
    'a path': ['FROM a\nENV PATH /b:$PATH\n', 'FROM a\nENV PATH=/b:$PATH\n'],
    words: ['FROM a\nENV B c d=e\n', 'FROM a\nENV B="c d=e"\n'],
    'a quoted text': ['FROM a\nLABEL b "c d"\n', 'FROM a\nLABEL b="c d"\n'],
    'quotes inside': ['FROM a\nENV B c "d e" f\n', 'FROM a\nENV B=c\\ "d e"\\ f\n'],
    'several lines': ['FROM a\nENV B c \\\n  # why\n  d\n', 'FROM a\nENV B="c \\\n  # why\n  d"\n'],
    'a value on the next line': ['FROM a\nENV B \\\n  c\n', 'FROM a\nENV B=c\n'],
    'another escape character': ['# escape=`\nFROM a\nENV B c "d"\n', '# escape=`\nFROM a\nENV B=c` "d"\n'],
  },
});

test.each(['c', 'c d', '"c d"', `it's "c d" e's`, 'c\\ d e', "'$X' $X", '\\"c d\\"', 'c  "d"  e'])(
  'the value stays the same: %s',
  (value) => {
    const text = `FROM a\nENV X=1\nENV B ${value}\n`;
    const valueOf = (source: string): string => {
      const written =
        dockerfile(source)
          .all('ENV')[1]
          ?.assignments.find(({ name }) => name === 'B')?.value ?? '';
      return expand(written, { escape: '\\', lookup: () => '1' }).text;
    };
    const [problem] = problemsOf(assignWithEquals, text);
    expect(valueOf(applyEdits(text, problem?.fix?.edits ?? []))).toBe(valueOf(text));
  },
);

import { describe, expect, test } from 'vitest';
import type { Step } from '../../../../server/src/dockerfile/model/step.ts';
import { dockerfile } from '../../../support/dockerfileRule.ts';

function steps(text: string): Step[] {
  return [...dockerfile(text).steps({ onbuild: true })];
}
function only(text: string): Step {
  const [step] = steps(text);
  if (step === undefined) throw new Error('no step');
  return step;
}
const at = (text: string, { start, end }: { start: number; end: number }): string => text.slice(start, end);

describe('lines are joined as BuildKit joins them', () => {
  test.each([
    ['with comments and empty lines between', 'RUN a \\\n# c\n\n  # d\n  b \\ \t\n c\n', ' a   b  c'],
    ['with Windows line ends', 'RUN a \\\r\n# c\r\n b\r\nRUN c', ' a  b'],
    ['with nothing after the last one', 'RUN a \\', ' a '],
    ['with a backtick', '# escape=`\nRUN a `\n b \\\n', ' a  b \\'],
    ['with an escaped escape character at the end', 'RUN a \\\\\nRUN b', ' a \\\\'],
    ['after a byte order mark', '\uFEFFRUN a', ' a'],
    ['with an escaped escape character inside', 'RUN a \\n b', ' a \\n b'],
  ])('%s', (_, text, line) => {
    expect(only(text).line.text).toBe(line);
  });

  test('and know where they came from', () => {
    const text = 'COPY --chown=1 a \\\n # c\n b \\\n /x\n';
    const { words, flags, argument } = only(text);
    expect(words.map((word) => at(text, word))).toEqual(['a', 'b', '/x']);
    expect(flags.map(({ name, value }) => [name, value])).toEqual([['chown', '1']]);
    expect(at(text, argument)).toBe('a \\\n # c\n b \\\n /x');
  });
});

describe('JSON form', () => {
  test.each([
    ['CMD ["a", "b c"]', ['a', 'b c']],
    ['CMD []', []],
    ['CMD [ \\\n "a", \\\n # c\n "b" ]', ['a', 'b']],
    ['RUN --network=none ["a\\tb\\u0041"]', ['a\tbA']],
    ['COPY ["a", "b"]', ['a', 'b']],
    ["CMD ['a']", undefined],
    ['CMD ["a", 1]', undefined],
    ['CMD ["a"] b', undefined],
    ['CMD a ["b"]', undefined],
    ['CMD ["a",]', undefined],
  ])('%s', (text, expected) => {
    expect(only(text).json?.map((word) => word.text)).toEqual(expected);
  });

  test('tells where its strings stand, quotes included', () => {
    const text = 'HEALTHCHECK --retries=1 CMD ["a", \\\n  "b]"]';
    const step = only(text);
    const [sub] = step.words;
    if (sub === undefined) throw new Error('no word');
    expect(step.jsonAfter(sub)?.map((word) => at(text, word))).toEqual(['"a"', '"b]"']);
    expect(step.json).toBeUndefined();
  });
});

describe('here-documents', () => {
  test('follow the line one after another', () => {
    const text = 'COPY <<A <<-"B" 3<<C /x\nin a\nA\n\tin b\n\tB\nin c\nC\nRUN x';
    const { heredocs } = only(text);
    expect(heredocs.map(({ name, expand, body, closed }) => [name, expand, at(text, body), closed])).toEqual([
      ['A', true, 'in a\n', true],
      ['B', false, '\tin b\n', true],
      ['C', true, 'in c\n', true],
    ]);
  });
  test('end with the file when nothing ends them', () => {
    expect(only('RUN <<EOF\na\n').heredocs).toMatchObject([{ name: 'EOF', closed: false }]);
  });
  test.each(['RUN echo "x <<EOF y"', 'RUN a << 1', 'RUN echo $((1<<2))', 'RUN cat <<<word', 'RUN a<b'])(
    'are not in %j',
    (text) => {
      expect(only(text).heredocs).toEqual([]);
    },
  );
});

describe('assignments', () => {
  test.each([
    ['ENV A=1 B="x y" C=\'p q\' D=a\\ b', { A: '1', B: '"x y"', C: "'p q'", D: 'a\\ b' }],
    ['ENV A some text  here ', { A: 'some text  here' }],
    ['ENV A', { A: '' }],
    ['LABEL "a b"=c', { 'a b': 'c' }],
    ['ARG A B=1 C=', { A: undefined, B: '1', C: '' }],
    ['ENV A=1 \\\n  # c\n  B=2', { A: '1', B: '2' }],
    ['ENV', {}],
  ])('%s', (text, expected) => {
    expect(Object.fromEntries(only(text).assignments.map(({ name, value }) => [name, value]))).toEqual(expected);
  });
});

test('what ONBUILD will do is a step after it', () => {
  const [onbuild, trigger] = steps('ONBUILD RUN --mount=type=cache,target=/x a b');
  expect(trigger).toMatchObject({ name: 'RUN', onbuild });
  expect(trigger?.words.map(({ text }) => text)).toEqual(['a', 'b']);
});

test.each([
  'FROM',
  'RUN \\',
  'ONBUILD',
  'ONBUILD ONBUILD RUN x',
  'HEALTHCHECK CMD',
  'COPY <<',
  'FROM a AS',
  'FROM $',
  'ENV =x "',
  'RUN --mount',
  'RUN --mount=,,=',
  '\uFEFFFROM a',
  '\\\n\\\n',
  '# escape=x\nRUN a',
])('half-typed %j can be read', (text) => {
  const file = dockerfile(text);
  for (const step of file.steps({ onbuild: true })) {
    expect(() => [step.words, step.flags, step.json, step.heredocs, step.assignments, file.script(step)]).not.toThrow();
  }
});

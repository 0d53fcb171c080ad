import { describe, expect, test } from 'vitest';
import { parseDockerfile } from '../../../../server/src/dockerfile/model/parse.ts';
import { dockerfile } from '../../../support/dockerfileRule.ts';
import { random } from '../../../support/random.ts';

const keywords = (text: string): string[] => parseDockerfile(text).instructions.map(({ keyword }) => keyword);

describe('what belongs to an instruction', () => {
  test.each([
    ['lines', 'FROM a\n\n  run b\nCMD', ['FROM', 'run', 'CMD']],
    ['continued lines, comments and empty lines between', 'RUN a \\\n# b\n\n c\nRUN d', ['RUN', 'RUN']],
    ['here-documents', 'RUN <<A\nRUN b\nA\nCOPY <<-B <<C /\nRUN c\n\tB\nRUN d\nC\nRUN e', ['RUN', 'COPY', 'RUN']],
    ['a here-document behind a continuation', 'RUN a && \\\n  cat <<A > b\nRUN\nA\nRUN c', ['RUN', 'RUN']],
    ['no here-document in other instructions', 'CMD <<A\nRUN b\nA', ['CMD', 'RUN', 'A']],
    ['everything, when a here-document is not closed', 'RUN <<A\nRUN b\n', ['RUN']],
    ['a keyword that is continued', 'FR\\\nOM a', ['FROM']],
  ])('%s', (_, text, expected) => {
    expect(keywords(text)).toEqual(expected);
    expect(keywords(text.replaceAll('\n', '\r\n'))).toEqual(expected);
  });
});

test('says where an instruction begins and ends', () => {
  const text = '# c\n  RUN a \\\n  b  \nRUN <<E\nx\nE\nRUN c';
  const spans = parseDockerfile(text).instructions.map(({ start, end, startLine, endLine }) => [
    text.slice(start, end),
    startLine,
    endLine,
  ]);
  expect(spans).toEqual([
    ['RUN a \\\n  b', 1, 2],
    ['RUN <<E\nx\nE', 3, 5],
    ['RUN c', 6, 6],
  ]);
});

describe('the escape character', () => {
  test.each([
    ['# escape=`\nRUN a `\n b', '`'],
    ['# syntax=x\n#escape = `\nRUN a', '`'],
    ['# Escape=`\nRUN a', '`'],
    ['# comment\n# escape=`\nRUN a', '\\'],
    ['\n# escape=`\nRUN a', '\\'],
    ['# escape=x\nRUN a', '\\'],
    ['RUN a\n# escape=`', '\\'],
  ])('%j: %s', (text, escape) => {
    expect(parseDockerfile(text).escape).toBe(escape);
  });
});

test('comments are found everywhere but in here-documents; directives only at the head', () => {
  const { comments, head } = parseDockerfile(
    '# syntax=a\n# check=skip=B\n# c\n# escape=`\nRUN x \\\n  # d\n y\nRUN <<E\n# e\nE\n  #f',
  );
  expect(comments.map(({ line, text }) => [line, text])).toEqual([
    [0, 'syntax=a'],
    [1, 'check=skip=B'],
    [2, 'c'],
    [3, 'escape=`'],
    [5, 'd'],
    [10, 'f'],
  ]);
  expect(head.map(({ line }) => line)).toEqual([0, 1]);
});

test('any text is divided in order, and each character knows its place', () => {
  const pieces = [
    'FROM a AS b',
    'RUN x',
    ' \\',
    '\n',
    '\r\n',
    '# c',
    '<<E',
    '<<-"E"',
    'E',
    '\t',
    ' ',
    '"',
    "'",
    '$X',
    '`',
    '[]',
  ];
  const next = random(7);
  for (let round = 0; round < 2_000; round += 1) {
    const text = Array.from({ length: 25 }, () => pieces[Math.floor(next() * pieces.length)]).join('');
    let end = 0;
    for (const instruction of parseDockerfile(text).instructions) {
      expect(instruction.start).toBeGreaterThanOrEqual(end);
      expect(instruction.end).toBeGreaterThanOrEqual(instruction.start);
      end = instruction.end;
      const { line } = instruction;
      const read = Array.from({ length: line.text.length }, (_, i) => text[line.offsetAt(i)]).join('');
      expect(read).toBe(line.text);
      for (let i = 0; i < line.text.length; i += 1) expect(line.indexAt(line.offsetAt(i))).toBe(i);
    }
    for (const step of dockerfile(text).steps({ onbuild: true })) {
      for (const word of step.words)
        if (word.end - word.start === word.text.length) expect(text.slice(word.start, word.end)).toBe(word.text);
    }
  }
});

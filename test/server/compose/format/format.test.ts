import { describe, expect, test } from 'vitest';
import { formatCompose } from '../../../../server/src/compose/format/format.ts';
import { applyEdits } from '../../../support/markedText.ts';
import { open } from '../open.ts';
import { formatted } from './formatted.ts';

const two = { order: false, editor: { insertSpaces: true, tabSize: 2 } };

describe('what formatting does', () => {
  test.each([
    [
      'levels',
      'services:\n    web:\n        image: a\n        ports:\n            - "80"\n',
      'services:\n  web:\n    image: a\n    ports:\n      - "80"\n',
    ],
    [
      'one blank after a colon, none before',
      'a:   b\nc :  d\n"e":    f\ng:  &h  i\n',
      'a: b\nc: d\n"e": f\ng: &h  i\n',
    ],
    ['one blank after a dash, and the keys under it', 'a:\n  -   b: c\n      d: e\n', 'a:\n  - b: c\n    d: e\n'],
    ['no blanks at the end', 'a: b  \n# c \n  \nd:  \n  - e \n', 'a: b\n# c\n\nd:\n  - e\n'],
    ['one line break at the end', 'a: b', 'a: b\n'],
    ['and no more', 'a: b\n\n\n', 'a: b\n'],
    [
      'lists as most of the file has them: at their key',
      'a:\n- b\nc:\n- d\ne:\n  - f\n',
      'a:\n- b\nc:\n- d\ne:\n- f\n',
    ],
    ['or under it', 'a:\n  - b\nc:\n- d\ne:\n  - f\n', 'a:\n  - b\nc:\n  - d\ne:\n  - f\n'],
    [
      'comments go with what they stand under',
      '# a\na:\n      # b\n      b: c # d\n      # e\n# f\ng: h\n',
      '# a\na:\n  # b\n  b: c # d\n  # e\n# f\ng: h\n',
    ],
    [
      'block texts move as a whole',
      'a:\n    b: |\n        one\n          two\n\n        three\n    # no text\n    c: d\n',
      'a:\n  b: |\n    one\n      two\n\n    three\n  # no text\n  c: d\n',
    ],
    ['a block text with a given indentation', 'a:\n    b: |1\n      one\n', 'a:\n  b: |1\n    one\n'],
    ['brackets over lines', 'a:\n    b: [\n      c,\n    ]\n', 'a:\n  b: [\n    c,\n  ]\n'],
    ['texts over lines', 'a:\n    b: "c\n      d"\n    e: f\n     g\n', 'a:\n  b: "c\n    d"\n  e: f\n   g\n'],
    ['nested lists', 'a:\n    -   - b\n        - c\n    - d\n', 'a:\n  - - b\n    - c\n  - d\n'],
    ['empty lines and quotes stay', 'a: \'b\'\n\n\nc: "d"\n', 'a: \'b\'\n\n\nc: "d"\n'],
    ['CRLF stays', 'a:\r\n    b:  c \r\n', 'a:\r\n  b: c\r\n'],
  ])('%s', (_name, text, expected) => {
    expect(formatted(text, two)).toBe(expected);
  });
});

test('without an editor, levels are as most of the file has them', () => {
  expect(formatted('a:\n    b:\n        c: d\ne:\n  f: g\n')).toBe('a:\n    b:\n        c: d\ne:\n    f: g\n');
});

test('edits are within lines: what is not wrong is not touched', () => {
  const edits = formatCompose(open('services:\n  web:\n    image:   a\n    ports: ["80"] # b  \n'), two);
  expect(edits).toEqual([
    { range: { start: { line: 2, character: 10 }, end: { line: 2, character: 13 } }, newText: ' ' },
    { range: { start: { line: 3, character: 21 }, end: { line: 3, character: 23 } }, newText: '' },
  ]);
});

test('in a range, only what is in it moves, and only as a whole', () => {
  const text = 'services:\n    web:\n        image:   a\n        build:\n                context:  .\n';
  const inLines = (from: number, to: number): string => {
    const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
    return applyEdits(text, formatCompose(open(text), two, range));
  };
  expect(inLines(2, 3)).toBe(text.replace('image:   a', 'image: a'));
  expect(inLines(3, 5)).toBe('services:\n    web:\n        image:   a\n        build:\n          context: .\n');
});

describe('the order of keys, when it is asked for', () => {
  const sorted = (text: string): string => formatted(text, { ...two, order: true });
  test.each([
    [
      'of a service, with comments and what is under the keys',
      'services:\n  web:\n    # always\n    restart: always\n    ports:\n      - "80"\n      # more\n    # from the hub\n    image: a # b\n',
      'services:\n  web:\n    # from the hub\n    image: a # b\n    ports:\n      - "80"\n      # more\n    # always\n    restart: always\n',
    ],
    [
      'of the file; its first comment stays, and empty lines stay between',
      '# the file\n\nvolumes:\n  data:\n\nservices:\n  web: {}\n\nname: a\nx-b: c\n',
      '# the file\n\nx-b: c\n\nname: a\n\nservices:\n  web: {}\nvolumes:\n  data:\n',
    ],
    [
      'what is not named comes last, as it is',
      'services:\n  web:\n    tty: true\n    init: true\n    image: a\n',
      'services:\n  web:\n    image: a\n    tty: true\n    init: true\n',
    ],
    [
      'merges come first',
      'x-a: &a {}\nservices:\n  web:\n    image: a\n    <<: *a\n',
      'x-a: &a {}\nservices:\n  web:\n    <<: *a\n    image: a\n',
    ],
    ['an anchor stays before its alias', 'volumes: &a\n  b:\nservices: *a\n', 'volumes: &a\n  b:\nservices: *a\n'],
    ['keys that are there twice stay', 'volumes: {}\nname: a\nname: b\n', 'volumes: {}\nname: a\nname: b\n'],
    ['a last line without an end', 'volumes: {}\nname: a', 'name: a\nvolumes: {}\n'],
    ['CRLF', 'volumes: {}\r\nname: a\r\n', 'name: a\r\nvolumes: {}\r\n'],
  ])('%s', (_name, text, expected) => {
    expect(sorted(text)).toBe(expected);
    expect(sorted(expected)).toBe(expected);
  });
});

import { describe, expect, test } from 'vitest';
import { formatDockerfile, type DockerfileStyle } from '../../../../server/src/dockerfile/format/format.ts';
import { documentOf } from '../../../support/dockerfileMeaning.ts';
import { applyEdits } from '../../../support/markedText.ts';

const standard: DockerfileStyle = { casing: 'majority', sortPackages: false };

function format(text: string, style: Partial<DockerfileStyle> = {}): string {
  return applyEdits(text, formatDockerfile(documentOf(text), { ...standard, ...style }));
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}

const spaces = (tabSize: number) => ({ editor: { insertSpaces: true, tabSize } });

describe('casing', () => {
  const mixed = 'from a as b\nRun x\nrun y\nONBUILD run z\n';
  test.each([
    ['majority', 'from a as b\nrun x\nrun y\nonbuild run z\n'],
    ['upper', 'FROM a AS b\nRUN x\nRUN y\nONBUILD RUN z\n'],
    ['lower', 'from a as b\nrun x\nrun y\nonbuild run z\n'],
    ['keep', mixed],
  ] as const)('%s', (casing, expected) => {
    expect(format(mixed, { casing })).toBe(expected);
  });
  test('a tie is for upper case', () => {
    expect(format('from a\nRUN x\n')).toBe('FROM a\nRUN x\n');
  });
  test('of the words inside an instruction that are keywords too, and of no others', () => {
    expect(format('FROM --platform=$X as as As\nHEALTHCHECK --retries=1 cmd run user\nCMD user\nENV AS=as\n')).toBe(
      'FROM --platform=$X as AS As\nHEALTHCHECK --retries=1 CMD run user\nCMD user\nENV AS=as\n',
    );
  });
  test('what is no instruction stays as it is', () => {
    expect(format('FROM a\nRUN b\n  runn   x  \n')).toBe('FROM a\nRUN b\nrunn   x\n');
  });
});

describe('blanks', () => {
  test.each([
    ['between words', 'FROM   a\tAS  b\nCOPY  --from=x   a\t b\n', 'FROM a AS b\nCOPY --from=x a b\n'],
    [
      'in a shell text, quotes apart',
      `RUN  a  "b  c"  'd  e'  f\\  g  \${h:-i  j}\n`,
      `RUN a "b  c" 'd  e' f\\  g \${h:-i  j}\n`,
    ],
    ['in commands inside of quotes', 'RUN a  "$(b  "c  d"  e)"  f\n', 'RUN a "$(b  "c  d"  e)" f\n'],
    ['in commands outside of quotes', "RUN a $(b  'c  d')  `e   f`\n", "RUN a $(b 'c  d') `e f`\n"],
    ["after $'…' with a quote in it", "RUN a  $'it\\'s  b'  c\n", "RUN a $'it\\'s  b' c\n"],
    ['after an apostrophe in double quotes', `RUN a  "it's"  b  'c  d'\n`, `RUN a "it's" b 'c  d'\n`],
    ['of variables', 'ENV  A=b   C="d  e"\nARG  X=1   Y\n', 'ENV A=b C="d  e"\nARG X=1 Y\n'],
    [
      'not where they belong to the value',
      'ENV  A b   c\nWORKDIR  /a  b\nLABEL k  v   w\n',
      'ENV A b   c\nWORKDIR /a  b\nLABEL k  v   w\n',
    ],
    ['not in the JSON form', 'CMD   [ "a",   "b  c" ]\n', 'CMD [ "a",   "b  c" ]\n'],
    ['in what only looks like JSON', 'RUN [ -f  x ]  && y\n', 'RUN [ -f x ] && y\n'],
    [
      'at ends and beginnings of lines',
      '  # a  \n  FROM a  \n\t\nRUN b \\  \n  c  \n',
      '# a\nFROM a\n\nRUN b \\\n  c\n',
    ],
    [
      'not where a shell is not POSIX',
      'FROM mcr.microsoft.com/windows/nanoserver:x\nRUN  echo a   b\n',
      'FROM mcr.microsoft.com/windows/nanoserver:x\nRUN echo a   b\n',
    ],
    [
      'not before a pattern of case inside a command',
      'RUN a  $(case b in c)  d;; esac)\n',
      'RUN a  $(case b in c)  d;; esac)\n',
    ],
    ['of other kinds are left alone', 'RUN a\u00A0  b\n', 'RUN a\u00A0  b\n'],
  ])('%s', (_, before, after) => {
    expect(format(before)).toBe(after);
  });
});

describe('continued lines', () => {
  test('keep their nesting', () => {
    const before = lines('RUN a && \\', 'if b; then \\', '  c; \\', '    d \\', 'fi');
    expect(format(before, spaces(2))).toBe(lines('RUN a && \\', '  if b; then \\', '    c; \\', '      d \\', '  fi'));
  });
  test('have tabs where the editor has them', () => {
    const tabs = { editor: { insertSpaces: false, tabSize: 4 } };
    expect(format(lines('RUN a \\', '  b \\', '      c'), tabs)).toBe(lines('RUN a \\', '\tb \\', '\t\tc'));
  });
  test('are indented as most of the file, where no editor says how', () => {
    const before = lines('RUN a \\', '   b', 'RUN c \\', '  d', 'RUN e \\', '  f \\', '      g');
    expect(format(before)).toBe(lines('RUN a \\', '  b', 'RUN c \\', '  d', 'RUN e \\', '  f \\', '      g'));
  });
  test('stay where they begin inside of a quoted text', () => {
    const before = lines('RUN echo "a \\', ' b  \\', '# no comment to a shell', '\tc" \\', 'd');
    const after = lines('RUN echo "a \\', ' b  \\', '# no comment to a shell', '\tc" \\', '    d');
    expect(format(before, spaces(4))).toBe(after);
  });
  test('stay where they go on in the middle of a word', () => {
    const before = lines('RUN ab\\', 'cd \\', 'e && f\\', '  g');
    expect(format(before, spaces(4))).toBe(lines('RUN ab\\', 'cd \\', '    e && f \\', '      g'));
  });
  test('of comments and empty lines', () => {
    const before = lines('RUN a \\', '# one', '', '      # two  \\', '   \t', '  b \\', '    c');
    expect(format(before, spaces(4))).toBe(
      lines('RUN a \\', '    # one', '', '        # two  \\', '', '    b \\', '      c'),
    );
  });
  test('in the JSON form', () => {
    expect(format(lines('CMD [ "a", \\', '"b \\', '  c" ]'), spaces(4))).toBe(
      lines('CMD [ "a", \\', '    "b \\', '  c" ]'),
    );
  });
  test('with the backtick as the escape character', () => {
    const before = lines('# escape=`', 'FROM a', 'RUN b `', 'c\\ `', ' d');
    expect(format(before, spaces(4))).toBe(lines('# escape=`', 'FROM a', 'RUN b `', '    c\\ `', ' d'));
  });
  test('keep escape characters that stand below each other', () => {
    const before = lines('RUN a  b  \\', '  cdefg   \\', '  h');
    expect(format(before, spaces(4))).toBe(lines('RUN a b   \\', '    cdefg \\', '    h'));
  });
});

test('here-documents are left alone, wherever they stand', () => {
  const bodies = [
    'RUN  <<EOF  cat  <<-"B"',
    '  a   b  ',
    '',
    '',
    '',
    'EOF',
    '\tc  ',
    '\tB',
    'COPY   <<X  /x',
    '  from  y  ',
    'X',
  ];
  const after = [
    'RUN <<EOF cat <<-"B"',
    '  a   b  ',
    '',
    '',
    '',
    'EOF',
    '\tc  ',
    '\tB',
    'COPY <<X /x',
    '  from  y  ',
    'X',
  ];
  expect(format(lines('FROM a', ...bodies))).toBe(lines('FROM a', ...after));
});

test('many empty lines become two, and none is added', () => {
  expect(format('FROM a\n\n\n\n\nRUN b\nFROM c\n\n\nRUN d\n')).toBe('FROM a\n\n\nRUN b\nFROM c\n\n\nRUN d\n');
});

test('what could become a directive does not', () => {
  const text = '\n\n\n\n# syntax=x\nFROM a\n';
  expect(format(text)).toBe(text);
  expect(format(' #!x\n# escape=`\nFROM a\n')).toBe(' #!x\n# escape=`\nFROM a\n');
});

test('the file ends with one line end', () => {
  expect(format('FROM a\n\n  \n')).toBe('FROM a\n');
  expect(format('FROM a')).toBe('FROM a\n');
  expect(format('FROM a\r\nRUN b')).toBe('FROM a\r\nRUN b\r\n');
  expect(format('RUN <<EOF\na\n\n')).toBe('RUN <<EOF\na\n\n');
  expect(format('FROM a\n\n', spaces(4))).toBe('FROM a\n\n');
  expect(format('FROM a\n\n', { editor: { insertSpaces: true, tabSize: 4, trimFinalNewlines: true } })).toBe(
    'FROM a\n',
  );
  expect(format('')).toBe('');
});

test('Windows line ends and a byte order mark stay', () => {
  expect(format('\uFEFF from  a\r\n run b \\ \r\nc\r\n', spaces(2))).toBe('\uFEFFfrom a\r\nrun b \\\r\n  c\r\n');
});

test('edits are the blanks and words that change, each on its own', () => {
  const edits = formatDockerfile(documentOf('from a\nrun  b   c\nRUN d\nRUN e\n'), standard);
  expect(edits).toMatchObject([
    { range: { start: { line: 0, character: 0 } }, newText: 'FROM' },
    { range: { start: { line: 1, character: 0 } }, newText: 'RUN' },
    { range: { start: { line: 1, character: 4 }, end: { character: 5 } }, newText: '' },
    { range: { start: { line: 1, character: 7 }, end: { character: 9 } }, newText: '' },
  ]);
});

test('a range is its lines, and a list of packages that it cuts is not sorted', () => {
  const text = lines('FROM a  ', 'RUN apk add \\', 'c  \\', 'b', 'CMD  d');
  const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
  const edits = formatDockerfile(documentOf(text), { ...standard, ...spaces(2), sortPackages: true }, range);
  expect(applyEdits(text, edits)).toBe(lines('FROM a  ', 'RUN apk add \\', '  c \\', 'b', 'CMD  d'));
});

describe('sorting packages', () => {
  const sort = (...all: readonly string[]): string => format(lines(...all), { sortPackages: true, ...spaces(2) });
  test('off unless asked for', () => {
    expect(format(lines('RUN apk add \\', '    b \\', '    a'))).toBe(lines('RUN apk add \\', '    b \\', '    a'));
  });
  test('takes the comments along, and leaves what ends the command where it is', () => {
    expect(
      sort(
        'RUN --mount=type=cache,target=/x apt-get update && apt-get install -y \\',
        'c \\',
        '# for b',
        'b=1.* \\',
        '"a" && \\',
        'z',
      ),
    ).toBe(
      lines(
        'RUN --mount=type=cache,target=/x apt-get update && apt-get install -y \\',
        '  "a" \\',
        '  # for b',
        '  b=1.* \\',
        '  c && \\',
        '  z',
      ),
    );
  });
  test.each([
    ['another command', ['RUN echo \\', '  b \\', '  a']],
    ['what is divided by an option or a variable', ['RUN apk add \\', '  b \\', '  -q \\', '  $X \\', '  a']],
    ['what is divided by an empty line', ['RUN apk add \\', '  b \\', '', '  a']],
    ['the value of an option', ['RUN apk add --virtual \\', '  name \\', '  a']],
    ['several on a line', ['RUN apk add \\', '  c b \\', '  a d']],
    ['a quoted text', ['RUN x="apk add \\', '  b \\', '  a"']],
    ['another nesting', ['RUN apk add \\', '  b \\', '    a']],
  ])('not %s', (_, text) => {
    expect(sort(...text)).toBe(lines(...text));
  });
});

test('an instruction that no person wrote stays as it is, and the others do not', () => {
  const long = `RUN  echo ${'x  '.repeat(30_000)}`;
  expect(format(`FROM  a\n${long}\nUSER  1\n`)).toBe(`FROM a\n${long}\nUSER 1\n`);
});

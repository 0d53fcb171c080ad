import { describe, expect, test } from 'vitest';
import type { DocumentSymbol, SelectionRange } from 'vscode-languageserver-types';
import { provideFolding } from '../../../../server/src/dockerfile/features/folding.ts';
import { provideInlayHints } from '../../../../server/src/dockerfile/features/inlayHints.ts';
import { provideSelectionRanges } from '../../../../server/src/dockerfile/features/selection.ts';
import { provideSymbols } from '../../../../server/src/dockerfile/features/symbols.ts';
import { openAt, openDockerfile, shell } from '../../../support/dockerfileText.ts';

describe('the outline', () => {
  const outline = (text: string): string[] => {
    const lines = (symbols: readonly DocumentSymbol[], indent: string): string[] =>
      symbols.flatMap(({ name, detail, range, children = [] }) => [
        `${indent}${name}${detail === undefined ? '' : ` (${detail})`} ${String(range.start.line)}-${String(range.end.line)}`,
        ...lines(children, `${indent}  `),
      ]);
    return lines(provideSymbols(openDockerfile(text)), '');
  };

  test('has the stages with what is in them', () => {
    const text = `ARG V=1
FROM node:$V AS build
ARG A
ENV B=1 \\
    C="2 3"
COPY --from=x a b /app/
RUN apt-get update && \\
    ls
RUN <<EOF
make
EOF
FROM scratch
EXPOSE 80 443
ONBUILD USER me
CMD ["a", "b"]
`;
    expect(outline(text)).toEqual([
      'ARG V (1) 0-0',
      'build (FROM node:$V) 1-10',
      '  ARG A 2-2',
      '  ENV B, C 3-4',
      '    B (1) 3-3',
      '    C ("2 3") 4-4',
      '  COPY /app/ (a b from x) 5-5',
      '  RUN apt-get update && ls 6-7',
      '  RUN <<EOF (make) 8-10',
      'scratch (FROM, stage 1) 11-14',
      '  EXPOSE 80 443 12-12',
      '  ONBUILD USER me 13-13',
      '  CMD a b 14-14',
    ]);
  });

  test('has a name for everything, and its selection within its range', () => {
    const check = (symbols: readonly DocumentSymbol[]): void => {
      for (const { name, range, selectionRange, children = [] } of symbols) {
        expect(name.trim()).not.toBe('');
        const [a, b] = [range, selectionRange].map(({ start, end }) => [
          start.line * 1000 + start.character,
          end.line * 1000 + end.character,
        ]);
        expect(a?.[0]).toBeLessThanOrEqual(b?.[0] ?? -1);
        expect(a?.[1]).toBeGreaterThanOrEqual(b?.[1] ?? Infinity);
        check(children);
      }
    };
    check(provideSymbols(openDockerfile('FROM\nENV =\nARG\nCOPY\nONBUILD\nENV =a b=c\nfoo bar\nRUN \\\n')));
  });
});

test('stages, instructions, here-documents, comments and regions fold', () => {
  const text = `# a
# b
FROM x
# region tools
RUN a && \\
  b
# endregion
COPY <<A <<B /
1
A
2
B

# about the next
# stage
FROM y
RUN c \\
  <<EOF
d
EOF
`;
  const folds = provideFolding(openDockerfile(text)).map(
    ({ startLine, endLine, kind = '' }) => `${String(startLine)}-${String(endLine)} ${kind}`,
  );
  expect(folds.sort((a, b) => Number.parseInt(a) - Number.parseInt(b))).toEqual([
    '0-1 comment',
    '2-11 ',
    '3-6 region',
    '4-5 ',
    '7-11 ',
    '9-11 ',
    '13-14 comment',
    '15-19 ',
    '16-19 ',
    '17-19 ',
  ]);
});

describe('the selection grows', () => {
  const grown = (marked: string): string[] => {
    const { document, position } = openAt(marked);
    const texts: string[] = [];
    let [at] = provideSelectionRanges(document, [position], shell) as (SelectionRange | undefined)[];
    for (; at; at = at.parent) texts.push(document.text.getText(at.range));
    return texts;
  };
  test.each([
    [
      'FROM a\nRUN --mount=type=cache,tar|get=/x ls\n',
      ['target', 'target=/x', 'type=cache,target=/x', '--mount=type=cache,target=/x'],
    ],
    [
      'FROM a\nRUN a && apt-get install "cu|rl x" | tee\n',
      [
        'curl',
        '"curl x"',
        'apt-get install "curl x"',
        'apt-get install "curl x" | tee',
        'a && apt-get install "curl x" | tee',
      ],
    ],
    ['FROM a\nENV A=1 BC="d e|"\n', ['e', '"d e"', 'BC="d e"', 'A=1 BC="d e"']],
    ['FROM a\nCMD ["ab", "cd| e"]\n', ['cd', 'cd e', '"cd e"', '"ab", "cd e"', '["ab", "cd e"]']],
    ['FROM a\nCOPY <<E /x\nfo|o bar\nE\n', ['foo', 'foo bar\n']],
    ['FROM node:2|2-slim AS b\n', ['22', 'node:22-slim', 'node:22-slim AS b']],
  ])('%j', (marked, inner) => {
    const text = marked.replace('|', '');
    const texts = grown(marked);
    expect(texts.slice(0, inner.length)).toEqual(inner);
    expect(texts.at(-1)).toBe(text);
    expect(texts).toContain(text.replace(/^FROM a\n/, '').trimEnd());
  });

  test('from nothing, to the file', () => {
    expect(grown('FROM a\n|\n\nFROM b\n')).toEqual(['FROM a\n\n\nFROM b\n']);
    expect(grown('|')).toEqual(['']);
  });
});

test('hints say what a FROM is with its arguments, and which stage a number is', () => {
  const text =
    'ARG V=22\nARG N\nFROM node:${V} AS b\nFROM $N\nFROM x:$V\nCOPY --from=0 a b\nCOPY --from=1 a b\nCOPY --from=9 a b\n';
  const document = openDockerfile(text);
  const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const hints = (range = whole): string[] =>
    provideInlayHints(document, range).map(
      ({ position: { line, character }, label }) => `${String(line)}:${String(character)} ${label as string}`,
    );
  expect(hints()).toEqual(['2:14 = node:22', '4:9 = x:22', '5:13 = b', '6:13 = $N']);
  expect(hints({ start: { line: 5, character: 0 }, end: { line: 5, character: 99 } })).toEqual(['5:13 = b']);
});

import { describe, expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { provideDefinition } from '../../../../server/src/dockerfile/features/definition.ts';
import { provideHighlights } from '../../../../server/src/dockerfile/features/highlight.ts';
import { provideReferences } from '../../../../server/src/dockerfile/features/references.ts';
import { prepareRename, provideRename } from '../../../../server/src/dockerfile/features/rename.ts';
import { openAt, shell, shown } from '../../../support/dockerfileText.ts';
import { applyEdits } from '../../../support/markedText.ts';

function definition(marked: string): string | null {
  const { document, position } = openAt(marked);
  const found = provideDefinition(document, position, shell) as { range: Range } | null;
  return found && shown(document, found.range);
}

/** The places as `line:column`, lines from 1; `!` marks those that write. */
function places(marked: string): string[] {
  const { document, position } = openAt(marked);
  return provideHighlights(document, position, shell).map(
    ({ range: { start }, kind }) => `${String(start.line + 1)}:${String(start.character)}${kind === 3 ? '!' : ''}`,
  );
}

/** The text after the rename, or why it is refused. */
function renamed(marked: string, newName: string): string {
  const { document, position } = openAt(marked);
  const answer = provideRename(document, { position, newName, shell });
  if (answer === null) return 'nothing';
  if ('refused' in answer) return answer.refused;
  return applyEdits(document.content, answer.changes?.[document.uri] ?? []);
}

function prepared(marked: string): string | null {
  const { document, position } = openAt(marked);
  const answer = prepareRename(document, position, shell);
  return answer === null ? null : 'refused' in answer ? answer.refused : shown(document, answer);
}

describe('stages', () => {
  const file = `FROM a AS build
FROM build AS test
FROM b
COPY --from=bu|ild /x /
COPY --from=0 /x /
RUN --mount=type=bind,from=Build,target=/x ls
ONBUILD COPY --from=build /y /
`;
  test('are defined by their FROM, also for a number', () => {
    expect(definition(file)).toBe('1:10-15 build');
    expect(definition('ARG V\nFROM a AS build\nFROM b\nCOPY --from=|0 /x /\n')).toBe('2:10-15 build');
    expect(definition('FROM node:22\nFROM b\nCOPY --from=|0 /x /\n')).toBe('1:5-12 node:22');
    expect(definition('FROM a|\n')).toBeNull();
    expect(definition('FROM a AS build\nFROM b\nCOPY --from=other| /x /\n')).toBeNull();
  });

  test('are named in FROM, COPY and mounts, but not in what another build does', () => {
    expect(places(file)).toEqual(['1:10!', '2:5', '4:12', '5:12', '6:27']);
  });

  test('are referred to without their declaration when that is not asked for', () => {
    const { document, position } = openAt(file);
    const found = provideReferences(document, { position, includeDeclaration: false, shell });
    expect(found.map(({ range }) => range.start.line)).toEqual([1, 3, 4, 5]);
    expect(provideReferences(document, { position, includeDeclaration: true, shell })).toHaveLength(5);
  });

  test('are renamed wherever they are named', () => {
    expect(renamed(file, 'base')).toBe(
      file
        .replace('|', '')
        .replace('AS build', 'AS base')
        .replace('FROM build', 'FROM base')
        .replace('COPY --from=build', 'COPY --from=base')
        .replace('from=Build', 'from=base'),
    );
  });

  test.each([
    ['1x', 'letter'],
    ['', 'letter'],
    ['a b', 'letter'],
    ['test', 'Another stage is called “test” already.'],
    ['TEST', 'Another stage'],
    ['scratch', 'means something else'],
    ['b', 'Line 3 uses an image called “b”.'],
  ])('cannot be called %j', (name, reason) => {
    expect(renamed(file, name)).toContain(reason);
  });

  test('keep a name that only its case changes in', () => {
    expect(renamed('FROM a AS Bu|ild\nFROM Build\n', 'build')).toBe('FROM a AS build\nFROM build\n');
  });

  test('say why they cannot be renamed', () => {
    expect(prepared('FROM a AS build\nFROM b\nCOPY --from=|0 /x /\n')).toContain('number');
    expect(prepared('FROM a\nFROM b\nCOPY --from=|0 /x /\n')).toContain('no name');
    expect(prepared('ARG BASE=build\nFROM a AS bu|ild\nFROM $BASE\n')).toContain('Line 3');
    expect(prepared('FROM a AS build\nFROM bui|ld\n')).toBe('2:5-10 build');
    expect(prepared('FR|OM a AS build\n')).toBeNull();
  });
});

describe('variables', () => {
  const file = `ARG VERSION=1
FROM node:\${VERSION} AS base
ARG VERSION
ENV APP_VERSION=$VERSION
RUN echo "$VERSION" && curl \${VERSION:-2}
RUN <<EOF
echo $VERSION
EOF
FROM base
RUN echo $VERSION '$VERSION'
FROM other
ARG VERSION=3
RUN echo $VERSION
`;
  const at = (text: string): string => {
    const index = file.indexOf(text) + text.length;
    return `${file.slice(0, index)}|${file.slice(index)}`;
  };

  test('are followed through global arguments, stages, the shell and here-documents', () => {
    const all = ['1:4!', '2:12', '3:4!', '4:17', '5:11', '5:30', '7:6', '10:10'];
    for (const place of ['ARG VER', 'node:${VER', 'ENV APP_VERSION=$VER', 'curl ${VER', '\necho $VER'])
      expect(places(at(place))).toEqual(all);
    expect(places(at('ARG VERSION=3\nRUN echo $VER'))).toEqual(['12:4!', '13:10']);
  });

  test('are defined where the place sees them', () => {
    expect(definition(at('curl ${VER'))).toBe('3:4-11 VERSION');
    expect(definition(at('node:${VER'))).toBe('1:4-11 VERSION');
    expect(definition(at('\nARG VER'))).toBe('1:4-11 VERSION');
    expect(definition(at('base\nRUN echo $VER'))).toBe('3:4-11 VERSION');
    expect(definition('FROM a\nENV A=1\nENV A=2\nENV A=3\nRUN echo $A\nUSER ${|A}\n')).toBe('4:4-5 A');
    expect(definition('FROM a\nENV A=1\nENV A=$|A:x\n')).toBe('2:4-5 A');
    expect(definition('FROM a\nUSER $NO|NE\n')).toBeNull();
  });

  test('of the build are gone when the image runs', () => {
    expect(definition('FROM a\nARG V=1\nCMD echo $|V\n')).toBeNull();
    expect(definition('FROM a\nENV V=1\nCMD echo $|V\n')).toBe('2:4-5 V');
  });

  test('are renamed everywhere, and nothing else is', () => {
    const text = renamed(at('ENV APP_VERSION=$VER'), 'RELEASE');
    expect(text).toContain('node:${RELEASE} AS');
    expect(text).toContain('curl ${RELEASE:-2}');
    expect(text).toContain("echo $RELEASE '$VERSION'");
    expect(text).toContain('ENV APP_VERSION=$RELEASE');
    expect(text).toContain('ARG VERSION=3\nRUN echo $VERSION');
  });

  test('of a shell are what it made of them', () => {
    expect(renamed('FROM a\nENV V=1\nRUN V=${|V#v}; echo $V; W=$V\n', 'X')).toBe(
      'FROM a\nENV X=1\nRUN X=${X#v}; echo $X; W=$X\n',
    );
    expect(places('FROM a\nRUN for i in 1 2; do echo $|i; done\n')).toEqual(['2:8!', '2:27']);
    expect(renamed('FROM a\nRUN read -r li|ne; echo "$line"\nRUN echo $line\n', 'row')).toBe(
      'FROM a\nRUN read -r row; echo "$row"\nRUN echo $line\n',
    );
  });

  test('are left alone in a shell that is not POSIX', () => {
    expect(places('FROM a\nSHELL ["pwsh", "-c"]\nENV V|=1\nRUN echo $V\n')).toEqual(['3:4!']);
  });

  test.each([
    ['1X', 'A variable’s name begins'],
    ['A-B', 'A variable’s name begins'],
    ['APP_VERSION', 'APP_VERSION is set in line 4 already.'],
    ['TARGETARCH', 'The builder itself sets TARGETARCH.'],
  ])('cannot be called %j', (name, reason) => {
    expect(renamed(at('ARG VER'), name)).toContain(reason);
  });

  test('say why they cannot be renamed', () => {
    expect(prepared('FROM a\nARG TARGET|ARCH\n')).toContain('builder');
    expect(prepared('FROM a\nENV PA|TH=/x:$PATH\n')).toContain('Line 2 uses PATH before');
    expect(prepared('FROM a\nENV A=1\nRUN echo ${A|}\n')).toBe('3:11-12 A');
  });
});

describe('here-documents', () => {
  const file = 'FROM a\nRUN <<-"EO|F" && cat <<B\n\tx\n\tEOF\ny\nB\n';
  test('are renamed at both ends', () => {
    expect(renamed(file, 'END')).toBe('FROM a\nRUN <<-"END" && cat <<B\n\tx\n\tEND\ny\nB\n');
    expect(renamed('FROM a\nCOPY <<A <<B /\na\nA\nb\nB|\n', 'C')).toBe('FROM a\nCOPY <<A <<C /\na\nA\nb\nC\n');
    expect(definition('FROM a\nCOPY <<A /\na\n|A\n')).toBe('2:7-8 A');
  });
  test('cannot be called like one of their lines, or end nowhere', () => {
    expect(renamed(file, 'x')).toContain('is “x” already');
    expect(renamed(file, 'a b')).toContain('begins with a letter');
    expect(prepared('FROM a\nRUN <<E|OF\nx\n')).toContain('is missing');
  });
});

import { expect, test } from 'vitest';
import { runScripts } from '../../../../server/src/dockerfile/shellcheck/scripts.ts';
import { dockerfile } from '../../../support/dockerfileRule.ts';

/** Dialect and text of each script, without the exports. */
function scripts(text: string): string[] {
  return runScripts(dockerfile(text)).map(({ dialect, shellText }) => `${dialect}: ${shellText.text.trim()}`);
}

test.each([
  ['sh when nothing is said', 'RUN a', ['sh: a']],
  ['SHELL', 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN a', ['bash: a']],
  [
    'SHELL by way of another program',
    'SHELL ["/usr/bin/env", "bash", "-c"]\nRUN a\nSHELL ["busybox", "ash", "-c"]\nRUN b',
    ['bash: a', 'dash: b'],
  ],
  ['the pragma', '# hadolint shell=ksh\nRUN a', ['ksh: a']],
  [
    'a shell that it does not know',
    'SHELL ["zsh", "-c"]\nRUN a\nSHELL ["pwsh", "-c"]\nRUN b\nSHELL ["cmd", "/S", "/C"]\nRUN c',
    [],
  ],
  ['JSON form', 'RUN ["sh", "-c", "a"]', []],
  ['ONBUILD', 'ONBUILD RUN a', ['sh: a']],
  ['flags', 'RUN --mount=type=cache,target=/x a', ['sh: a']],
  ['a here-document', 'RUN <<EOF\na\nEOF', ['sh: a']],
  ['the first line of a here-document', 'RUN <<EOF\n#!/usr/bin/env bash\na\nEOF', ['bash: a']],
  ['a here-document of another language', 'RUN <<EOF\n#!/usr/bin/python3\na\nEOF', []],
  ['a here-document for a shell', "RUN bash -e <<'EOF'\na\nEOF", ["sh: bash -e <<'EOF'\na\nEOF", 'bash: a']],
  ['one that the outer shell expands', 'RUN bash <<EOF\na\nEOF', ['sh: bash <<EOF\na\nEOF']],
  ['nothing', 'RUN', []],
])('reads %s', (_, text, expected) => {
  expect(scripts(`FROM a\n${text}\n`)).toEqual(expected);
});

test('exports what the build has set before it, and the proxies', () => {
  const [script] = runScripts(dockerfile('ARG G\nFROM a\nARG V=1\nENV n="x y" V=2\nRUN a\nENV later=1\n'));
  const [line = '', ...rest] = script?.text.split('\n') ?? [];
  expect(rest).toEqual(['a']);
  expect(line.split(' ').filter((word) => !/proxy=1$/i.test(word))).toEqual(['export', 'V=1', 'n=1']);
  expect(line.match(/proxy=1\b/gi)).toHaveLength(8);
});

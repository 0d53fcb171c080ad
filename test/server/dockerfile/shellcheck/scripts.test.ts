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

test.each([
  ['what the build has set, in the order of its use', 'RUN echo $V ${n:-x} $V', 'export V=1 n=1'],
  ['proxies', 'RUN curl $http_proxy', 'export http_proxy=1'],
  ['nothing that it does not use', 'RUN echo $x Vn', ''],
  ['nothing that is set later, or for FROM only', 'RUN echo $later $G', ''],
])('exports before a script %s', (_, run, expected) => {
  const [script] = runScripts(dockerfile(`ARG G\nFROM a\nARG V=1\nENV n="x y" m=2\n${run}\nENV later=1\n`));
  expect(script?.text).toBe(`${expected}\n${run.slice('RUN '.length)}`);
  expect(script?.preamble).toBe(1);
});

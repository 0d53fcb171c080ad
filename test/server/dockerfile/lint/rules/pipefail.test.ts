import { expect, test } from 'vitest';
import { pipefail } from '../../../../../server/src/dockerfile/lint/rules/pipefail.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';
import { applyEdits } from '../../../../support/markedText.ts';

const bash = 'SHELL ["/bin/bash", "-euxo", "pipefail", "-c"]\n';

testRule(pipefail, {
  bad: {
    'the first pipe': 'FROM a\nRUN a && \\\n  b | c | d\n    ^\n',
    'one in a substitution': 'FROM a\nRUN x="$(a | b)" make\n           ^\n',
    'sh, which may not know it': 'FROM a\nSHELL ["/bin/sh", "-o", "pipefail", "-c"]\nRUN a | b\n      ^\n',
    'a stage that starts anew': `FROM a\n${bash}RUN a | b\nFROM b\nRUN a | b\n      ^\n`,
    'a set that comes too late': 'FROM a\nRUN a | b; set -o pipefail\n      ^\n',
    'exec form, which the SHELL has no part in': `FROM a\n${bash}RUN ["sh", "-c", "a | b"]\n                    ^\n`,
    'a pipe behind a here-document': 'FROM a\nRUN cat <<EOF | sh\n              ^\necho\nEOF\n',
  },
  good: {
    'alternatives and patterns': 'FROM a\nRUN a || b; case x in a|b) c;; esac; echo "a | b"\n',
    'options in a cluster': `FROM a\n${bash}RUN a | b\n`,
    'the SHELL of the stage it continues': `FROM a AS one\n${bash}FROM one\nRUN a | b\n`,
    'a set before it': 'FROM a\nRUN set -euo pipefail; a | b\nRUN <<EOF\nset -o pipefail\na | b\nEOF\n',
    'a bash that is told so':
      'FROM a\nRUN ["bash", "-o", "pipefail", "-c", "a"]\nRUN bash -o pipefail -c "x" && a | b\n',
    'PowerShell by SHELL and by comment':
      'FROM a\nSHELL ["pwsh", "-Command"]\nRUN a | b\nFROM b\n# hadolint shell=powershell\nRUN a | b\n',
    'Windows images': 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN a | b\n',
  },
  fixes: {
    'with bash': [
      'FROM debian:12\nRUN a | b\n',
      'FROM debian:12\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN a | b\n',
    ],
    'with ash where there is no bash': [
      'FROM python:3-alpine\nRUN a | b\n',
      'FROM python:3-alpine\nSHELL ["/bin/ash", "-o", "pipefail", "-c"]\nRUN a | b\n',
    ],
  },
  unfixable: { 'exec form': 'FROM a\nRUN ["sh", "-c", "a | b"]\n' },
});

test('sets it for one RUN where the shell knows it', () => {
  const after = (text: string): string[] =>
    (problemsOf(pipefail, text)[0]?.alternatives ?? []).map(({ edits }) => applyEdits(text, edits));
  expect(after('FROM alpine:3\nRUN --network=none a | b\n')).toEqual([
    'FROM alpine:3\nRUN --network=none set -o pipefail && a | b\n',
  ]);
  expect(after('FROM a\nSHELL ["/bin/bash", "-c"]\nRUN a | b\n')).toHaveLength(1);
  expect(after('FROM debian:12\nRUN a | b\n')).toEqual([]);
});

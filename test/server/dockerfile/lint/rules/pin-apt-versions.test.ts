import { expect, test } from 'vitest';
import { pinAptVersions } from '../../../../../server/src/dockerfile/lint/rules/pin-apt-versions.ts';
import { problemsOf, testRule } from '../../../../support/dockerfileRule.ts';

testRule(pinAptVersions, {
  bad: {
    'the first of several over lines, comments between them':
      'FROM a\nRUN apt-get update && apt-get install -y \\\n    make=4.* \\\n    # for downloads\n\n    curl \\\n    ^^^^\n    git\n',
    'each command':
      'FROM a\nRUN apt-get install -y curl; apt-get -qq install git\n                       ^^^^                      ^^^\n',
    'a package in quotes': 'FROM a\nRUN apt-get install "curl"\n                    ^^^^^^\n',
    'a command behind a variable and a wrapper':
      'FROM a\nRUN DEBIAN_FRONTEND=noninteractive exec apt-get install curl\n                                                        ^^^^\n',
    'one in ONBUILD': 'FROM a\nONBUILD RUN apt-get install curl\n                            ^^^^\n',
    'one in exec form': 'FROM a\nRUN ["apt-get", "install", "curl"]\n                           ^^^^^^\n',
    'one with a backtick as the escape character': '# escape=`\nFROM a\nRUN apt-get install `\n  curl\n  ^^^^\n',
  },
  good: {
    'values of options':
      'FROM a\nRUN apt-get install -o Dpkg::Use-Pty 0 --target-release sid -t sid -c /x curl=1\n'.replace(' 0', ''),
    'a release': 'FROM a\nRUN apt-get install curl/bookworm ./x.deb y.deb\n',
    'a variable': 'FROM a\nARG PACKAGES\nRUN apt-get install $PACKAGES "${MORE}"\n',
    'other commands': 'FROM a\nRUN apt-get remove curl && apt-get update && apt install curl && apk add curl\n',
    'asking for it': 'FROM a\nRUN command -v apt-get install curl\n',
  },
});

test('names every package without a version, and points at the others', () => {
  const [problem] = problemsOf(pinAptVersions, 'FROM a\nRUN apt-get install curl make=4 git\n');
  expect(problem?.message).toContain('curl, git');
  expect(problem?.related).toMatchObject([{ range: { start: { line: 1, character: 32 } } }]);
});

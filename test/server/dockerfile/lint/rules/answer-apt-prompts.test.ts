import { answerAptPrompts } from '../../../../../server/src/dockerfile/lint/rules/answer-apt-prompts.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(answerAptPrompts, {
  bad: {
    'the verb, after an option with a value':
      'FROM a\nRUN apt-get -o Dpkg::Use-Pty=0 -t sid install y\n                                      ^^^^^^^\n',
    'a letter that is part of a value': 'FROM a\nRUN apt-get install -oquality=1 -tunstably x\n            ^^^^^^^\n',
    'one quiet too few':
      'FROM a\nRUN apt-get install -q x && apt-get --quiet=1 install x\n            ^^^^^^^                           ^^^^^^^\n',
    'what removes and what upgrades':
      'FROM a\nRUN apt-get remove x; apt-get upgrade\n            ^^^^^^            ^^^^^^^\n',
    'apt and aptitude': 'FROM a\nRUN apt install x\n        ^^^^^^^\nRUN aptitude install x\n             ^^^^^^^\n',
    'one in ONBUILD, on a line of its own': 'FROM a\nONBUILD RUN apt-get \\\n  install \\\n  ^^^^^^^\n  x\n',
    'a here-document': 'FROM a\nRUN <<EOF\napt-get install x\n        ^^^^^^^\nEOF\n',
    'packages in a variable': 'FROM a\nRUN apt-get install $PACKAGES\n            ^^^^^^^\n',
  },
  good: {
    'every way to say yes':
      'FROM a\nRUN apt-get -fqy install x; apt-get --assume-yes install x; apt-get install --yes x; apt-get install -q -q x; apt-get -q=2 install x; apt-get install -o APT::Get::Assume-Yes=true x\n',
    'what does nothing':
      'FROM a\nRUN apt-get --print-uris install x; apt-get -s upgrade; apt-get update; apt-get download x\n',
    'yes at the other end of the pipe': 'FROM a\nRUN yes | apt-get install x\n',
    'options in a variable': 'FROM a\nRUN apt-get $APT install x; apt-get install $APT_OPTIONS x; apt-get "$@"\n',
    'a text that cannot be read': 'FROM a\nRUN apt-get install x && if then (\n',
  },
  fixes: {
    'after the verb': ['FROM a\nRUN apt-get -q install \\\n  x\n', 'FROM a\nRUN apt-get -q install -y \\\n  x\n'],
    JSON: ['FROM a\nRUN ["apt-get", "install", "x"]\n', 'FROM a\nRUN ["apt-get", "install", "-y", "x"]\n'],
    'a shell in JSON': [
      'FROM a\nRUN ["sh", "-c", "apt-get install x"]\n',
      'FROM a\nRUN ["sh", "-c", "apt-get install -y x"]\n',
    ],
  },
});

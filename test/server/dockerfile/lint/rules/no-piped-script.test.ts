import { noPipedScript } from '../../../../../server/src/dockerfile/lint/rules/no-piped-script.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(noPipedScript, {
  bad: {
    'the shell behind the pipe': 'FROM a\nRUN set -e; curl b \\\n  | bash -s -- -y > log\n    ^^^^\n',
    'something between': 'FROM a\nRUN wget -qO- b | gunzip | sh\n                           ^^\n',
    'other interpreters':
      'FROM a\nRUN curl b | python3 -\n             ^^^^^^^\nRUN curl b | perl\n             ^^^^\n',
    'with sudo': 'FROM a\nRUN curl b | sudo -E bash -\n             ^^^^\n',
    'in place of a script':
      'FROM a\nRUN sh -c "$(curl b)" && bash <(curl b) && eval "$(wget -qO- b)" && . <(curl b)\n    ^^                   ^^^^              ^^^^                     ^\n',
    'with options': 'FROM a\nRUN curl b | sh -ex\n             ^^\n',
    'a here-document': 'FROM a\nRUN <<EOF\ncurl b | sh\n         ^^\nEOF\n',
  },
  good: {
    'what only reads it':
      'FROM a\nRUN curl b | tar xz; curl b | bash script.sh; curl b | python3 -m json.tool; curl b | sh -c cat\n',
    'a download into a file': 'FROM a\nRUN curl -o b c && sh b\n',
    'what is not a download': 'FROM a\nRUN cat b | sh\n',
    'an argument that is downloaded': 'FROM a\nRUN sh install.sh "$(curl b)" && bash -c ./c "$(curl b)"\n',
    'sudo of something else': 'FROM a\nRUN curl b | sudo tee c; curl b | sudo -u d sh e\n',
    'perl as a filter': `FROM a\nRUN curl b | perl -ne 'print' ; curl b | node --version\n`,
  },
});

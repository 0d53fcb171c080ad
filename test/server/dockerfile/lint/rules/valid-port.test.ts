import { validPort } from '../../../../../server/src/dockerfile/lint/rules/valid-port.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(validPort, {
  bad: {
    'a range': 'FROM a\nEXPOSE 80-65536/udp\n       ^^^^^^^^\n',
    each: 'FROM a\nEXPOSE 65536 \\\n       ^^^^^\n  99999/tcp 80\n  ^^^^^\n',
    'behind a host’s': 'FROM a\nEXPOSE 80:70000\n          ^^^^^\n',
    'a value': 'FROM a\nARG P=70000\nEXPOSE ${P} $P/udp\n       ^^^^ ^^\n',
  },
  good: {
    'the greatest': 'FROM a\nEXPOSE 65535 0-65535/tcp\n',
    'what is not known': 'FROM a\nARG P\nEXPOSE $P ${P:-99999}x abc\n',
    'what runs later': 'FROM a\nONBUILD EXPOSE 99999\n',
  },
});

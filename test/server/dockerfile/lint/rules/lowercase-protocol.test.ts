import { lowercaseProtocol } from '../../../../../server/src/dockerfile/lint/rules/lowercase-protocol.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(lowercaseProtocol, {
  bad: { each: 'FROM a\nEXPOSE 80/TcP \\\n          ^^^\n  8080/UDP 53/udp\n       ^^^\n' },
  good: { variables: 'FROM a\nEXPOSE 80/$PROTO ${P:-80/TCP}\n' },
  fixes: { 'nothing else': ['FROM a\nEXPOSE 80/TCP 53/UDP\n', 'FROM a\nEXPOSE 80/tcp 53/UDP\n'] },
});

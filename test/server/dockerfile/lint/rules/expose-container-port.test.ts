import { exposeContainerPort } from '../../../../../server/src/dockerfile/lint/rules/expose-container-port.ts';
import { testRule } from '../../../../support/dockerfileRule.ts';

testRule(exposeContainerPort, {
  bad: {
    'a port of the host': 'FROM a\nEXPOSE 80 8080:80/tcp\n          ^^^^^\n',
    'an address': 'FROM a\nEXPOSE [::1]:8080:80\n       ^^^^^^^^^^^\n',
    'a variable': 'FROM a\nEXPOSE ${H:-1}:80 $H:81\n       ^^^^^^^^   ^^^\n',
  },
  good: { modifiers: 'FROM a\nEXPOSE ${P:-80} ${P:+81}/tcp\n' },
  fixes: {
    'with the protocol': ['FROM a\nEXPOSE 127.0.0.1:8080:80/udp\n', 'FROM a\nEXPOSE 80/udp\n'],
    'with an empty host': ['FROM a\nEXPOSE 127.0.0.1::80\n', 'FROM a\nEXPOSE 80\n'],
  },
});

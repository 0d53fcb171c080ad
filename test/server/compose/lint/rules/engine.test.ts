import { externalResource } from '../../../../../server/src/compose/lint/rules/external-resource.ts';
import { projectHostPort } from '../../../../../server/src/compose/lint/rules/project-host-port.ts';
import { takenHostPort } from '../../../../../server/src/compose/lint/rules/taken-host-port.ts';
import { testRule } from '../../../../support/composeRule.ts';

const web = (rest: string): string => `name: shop\nservices:\n  web:\n    image: a:1\n${rest}`;
const nothing = { volumes: [], networks: [], taken: [] };

testRule(externalResource, {
  options: { engine: { ...nothing, volumes: ['there'] } },
  bad: {
    'a name of its own': 'volumes:\n  a:\n    external: true\n    name: other\n          ^^^^^\n',
    'the old form': 'volumes:\n  a:\n    external:\n      name: other\n            ^^^^^\n',
  },
  good: {
    'what is there, what compose makes, what is not known':
      'volumes:\n  there:\n    external: true\n  made:\n  no:\n    external: false\n  x:\n    external: true\n    name: $NAME\n',
  },
});

testRule(externalResource, { good: { 'no engine': 'volumes:\n  a:\n    external: true\n' } });

testRule(takenHostPort, {
  options: {
    engine: {
      ...nothing,
      taken: [
        { port: 80, protocol: 'tcp', hostIp: '127.0.0.1', container: 'x', project: '' },
        { port: 81, protocol: 'tcp', hostIp: '', container: 'shop-web-1', project: 'shop' },
        { port: 53, protocol: 'udp', hostIp: '', container: 'dns', project: 'dns' },
      ],
    },
  },
  bad: {
    'in a range, on all addresses, of a protocol': web(
      '    ports:\n      - 79-80:79-80\n        ^^^^^\n      - 53:53/udp\n        ^^\n',
    ),
  },
  good: {
    'its own, another address, another protocol, one of a range': web(
      '    ports: ["81:81", "127.0.0.2:80:80", "53:53", "80-90:80"]\n',
    ),
  },
});

testRule(projectHostPort, {
  options: { neighbour: 'name: shop\nservices:\n  b:\n    image: b:1\n    ports: ["80:80"]\n' },
  bad: {
    'a project of another name': 'name: x\nservices:\n  a:\n    image: a:1\n    ports: ["80:1"]\n             ^^\n',
  },
  good: { 'the same project from other files': web('    ports: ["80:1"]\n') },
});

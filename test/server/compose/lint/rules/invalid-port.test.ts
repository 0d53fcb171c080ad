import { invalidPort } from '../../../../../server/src/compose/lint/rules/invalid-port.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(invalidPort, {
  bad: {
    'a port that is too high':
      'services:\n  web:\n    image: nginx\n    ports:\n      - "8080:99999"\n              ^^^^^\n',
    'one in single quotes, and one bare':
      "services:\n  web:\n    image: nginx\n    ports:\n      - '70000:80'\n         ^^^^^\n      - 80:70000\n           ^^^^^\n",
    'one behind an escape':
      'services:\n  web:\n    image: nginx\n    ports:\n      - "\\x38080:99999"\n                 ^^^^^\n',
    'one in a block text':
      'services:\n  web:\n    image: nginx\n    ports:\n      - >-\n        80:99999\n           ^^^^^\n',
    'a number': 'services:\n  web:\n    image: nginx\n    ports:\n      - 99999\n        ^^^^^\n',
    'what is no port':
      'services:\n  web:\n    image: nginx\n    ports:\n      - tcp\n        ^^^\n      - "80:http"\n            ^^^^\n',
    'an address that is none':
      'services:\n  web:\n    image: nginx\n    ports:\n      - "127.0.1:80:80"\n         ^^^^^^^\n      - "[::g]:80:80"\n         ^^^^^\n      - "localhost:80:80"\n         ^^^^^^^^^\n',
    'a range the wrong way round':
      'services:\n  web:\n    image: nginx\n    ports:\n      - "90-80:80"\n         ^^^^^\n',
    'ranges of different lengths':
      'services:\n  web:\n    image: nginx\n    ports:\n      - "127.0.0.1:80-90:80-81/tcp"\n                   ^^^^^^^^^^^\n',
    'a range inside without its like outside':
      'services:\n  web:\n    image: nginx\n    ports:\n      - "80:80-81"\n         ^^^^^^^^\n',
    'an unknown protocol': 'services:\n  web:\n    image: nginx\n    ports:\n      - "53:53/upd"\n               ^^^\n',
    'no port of the container':
      'services:\n  web:\n    image: nginx\n    ports:\n      - "8080:"\n             ^\n      - "80:/udp"\n           ^\n',
    'a host in expose':
      'services:\n  web:\n    image: nginx\n    expose:\n      - "80:80"\n         ^^^\n      - 80/upd\n           ^^^\n',
    'the long form':
      'services:\n  web:\n    image: nginx\n    ports:\n      - target: 0\n                ^\n        published: "1-x"\n                    ^^^\n        host_ip: 127.1.1\n                 ^^^^^^^\n',
  },
  good: {
    'what compose takes':
      'services:\n  web:\n    image: nginx\n    ports:\n      - 80\n      - "8000-8010:80"\n      - "80-81:80-81/udp"\n      - "127.0.0.1::80"\n      - "::1:80:80"\n      - "[2001:db8::1]:80:80/TCP"\n      - "[::ffff:10.0.0.1]:80:80"\n    expose:\n      - 80\n      - "3000-3010/udp"\n',
    'what is not known here':
      'services:\n  web:\n    image: nginx\n    ports:\n      - "${PORT}:99999"\n      - target: 80\n        published: ${PORT}\n',
  },
  fixes: {
    'a misspelt protocol': [
      'services:\n  web:\n    image: nginx\n    ports: ["53:53/upd"]\n',
      'services:\n  web:\n    image: nginx\n    ports: ["53:53/udp"]\n',
    ],
  },
});

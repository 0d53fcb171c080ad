import { invalidVolume } from '../../../../../server/src/compose/lint/rules/invalid-volume.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(invalidVolume, {
  bad: {
    'empty parts':
      'services:\n  web:\n    image: nginx\n    volumes:\n      - ":/data"\n         ^\n      - "/a::ro"\n           ^^\n      - "/a:/b:"\n              ^\n',
    'too many parts': 'services:\n  web:\n    image: nginx\n    volumes:\n      - ./a:/b:ro:z\n                 ^^\n',
    'a path in the container that is not absolute':
      'services:\n  web:\n    image: nginx\n    volumes:\n      - data\n        ^^^^\n      - ./a:app\n            ^^^\n',
    'a bind mount without a source':
      "services:\n  web:\n    image: nginx\n    volumes:\n      - type: bind\n        ^^^^\n        target: /a\n      - type: bind\n        source: ''\n                ^^\n        target: /a\n",
    'a tmpfs with a source, and a relative target':
      'services:\n  web:\n    image: nginx\n    volumes:\n      - type: tmpfs\n        source: a\n        ^^^^^^\n        target: b\n                ^\n',
  },
  good: {
    'what compose takes':
      'services:\n  web:\n    image: nginx\n    volumes:\n      - /data\n      - data:/data\n      - ./a:/b:ro,z\n      - C:\\data:/data\n      - C:\\data:D:\\data:ro\n      - \\\\.\\pipe\\x:\\\\.\\pipe\\x\n      - d:\n      - ${A}:b\n',
  },
});

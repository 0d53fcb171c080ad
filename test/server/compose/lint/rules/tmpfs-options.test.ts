import { tmpfsOptions } from '../../../../../server/src/compose/lint/rules/tmpfs-options.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(tmpfsOptions, {
  bad: {
    options:
      'services:\n  web:\n    image: nginx\n    tmpfs:\n      - /a:siez=1m,noexec\n           ^^^^^^^\n      - /b:mode=89\n           ^^^^^^^\n      - run\n        ^^^\n',
  },
  good: {
    'what engines take':
      'services:\n  web:\n    image: nginx\n    tmpfs: /a:size=10%,mode=1777,uid=1,gid=1,noexec,nr_inodes=1k\n',
  },
});

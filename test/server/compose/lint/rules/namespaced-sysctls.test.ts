import { namespacedSysctls } from '../../../../../server/src/compose/lint/rules/namespaced-sysctls.ts';
import { testRule } from '../../../../support/composeRule.ts';

testRule(namespacedSysctls, {
  bad: {
    names: 'services:\n  web:\n    image: nginx\n    sysctls:\n      vm.swappiness: 1\n      ^^^^^^^^^^^^^\n',
    items:
      'services:\n  web:\n    image: nginx\n    sysctls: ["net.core.somaxconn=1", "fs.file-max=1"]\n                                       ^^^^^^^^^^^\n',
  },
  good: {
    others:
      'services:\n  web:\n    image: nginx\n    sysctls: {net.ipv4.ip_forward: 1, fs.mqueue.msg_max: 1, kernel.sem: "1 2"}\n',
  },
});

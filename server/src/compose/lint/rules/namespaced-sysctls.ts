import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const namespacedSysctls: Rule<ComposeFile> = {
  id: 'namespaced-sysctls',
  summary: 'Set kernel parameters that a container has of its own',
  rationale:
    'The engine refuses to start a container with a parameter that belongs to the whole host. Of its own it has `net.*`, `fs.mqueue.*` and those of System V IPC.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    sysctls:\n      vm.max_map_count: 262144\n',
      'services:\n  web:\n    image: nginx\n    sysctls:\n      - fs.file-max=100000\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    sysctls:\n      net.core.somaxconn: 1024\n      kernel.shmmax: 1000000\n',
    ],
  },
  check: (file) => reported(file, 'namespaced-sysctls'),
};

import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const invalidDevice: Rule<ComposeFile> = {
  id: 'invalid-device',
  summary: 'Write devices as compose reads them',
  rationale:
    'A device is `source:target:permissions`, the last two of which can be left out, or the name of a CDI device. Permissions are made of `r`, `w` and `m`. A cgroup rule is `type major:minor permissions`.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    devices:\n      - /dev/sda:/dev/xvda:rwm:x\n',
      'services:\n  web:\n    image: nginx\n    device_cgroup_rules:\n      - c 1:3\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    devices:\n      - /dev/sda:/dev/xvda:rwm\n      - vendor.com/gpu=all\n    device_cgroup_rules:\n      - c 1:3 mr\n',
    ],
  },
  check: (file) => reported(file, 'invalid-device'),
};

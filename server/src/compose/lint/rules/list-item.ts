import { problemRule } from '../projectProblem.ts';

export const listItem = problemRule({
  id: 'list-item',
  summary: 'Say where a mount, a device, a port or an env file belongs',
  rationale:
    'Compose tells the items of these lists apart by one of their keys, and refuses an item without it: `target` of volumes, devices and ports, `path` of env files.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    volumes:\n      - type: volume\n        source: data\nvolumes:\n  data:\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    volumes:\n      - type: volume\n        source: data\n        target: /data\nvolumes:\n  data:\n',
    ],
  },
});

import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const unknownWord: Rule<ComposeFile> = {
  id: 'unknown-word',
  summary: 'Use words that compose and the engine know',
  rationale:
    'Many keys take certain words, which the schema of compose does not name: `restart`, `network_mode`, `pid`, capabilities, signals, platforms, modes of volumes and others. A wrong one passes until the container is made, or is ignored.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    restart: allways\n',
      'services:\n  web:\n    image: nginx\n    cap_add: [NET_ADMN]\n',
      'services:\n  web:\n    image: nginx\n    stop_signal: SIGTREM\n',
      'services:\n  web:\n    image: nginx\n    volumes:\n      - ./a:/a:readonly\n',
      'services:\n  web:\n    image: nginx\n    deploy:\n      mode: globl\n',
      'services:\n  web:\n    image: nginx\n    platform: linux/amd46\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    restart: on-failure:3\n    cap_add: [cap_net_admin]\n    stop_signal: SIGRTMIN+3\n    network_mode: service:db\n    platform: linux/arm64/v8\n    logging:\n      driver: loki\n  db:\n    image: postgres\n',
    ],
  },
  check: (file) => reported(file, 'unknown-word'),
};

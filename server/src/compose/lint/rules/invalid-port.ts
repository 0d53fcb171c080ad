import type { Rule } from '../../../lint/rule.ts';
import type { ComposeFile } from '../file.ts';
import { reported } from '../reported.ts';

export const invalidPort: Rule<ComposeFile> = {
  id: 'invalid-port',
  summary: 'Write ports as compose reads them',
  rationale:
    'A port is `[[ip:]host:]container[/protocol]`, each side a number up to 65535 or a range. Two ranges are equally long. `expose` takes the side of the container only; what is wrong there is a warning, because only the engine looks.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    ports:\n      - "8080:99999"\n',
      'services:\n  web:\n    image: nginx\n    ports:\n      - "127.0.1:80:80"\n',
      'services:\n  web:\n    image: nginx\n    ports:\n      - "8000-8010:80-81"\n',
      'services:\n  web:\n    image: nginx\n    ports:\n      - "53:53/upd"\n',
      'services:\n  web:\n    image: nginx\n    expose:\n      - "80:80"\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    ports:\n      - 3000\n      - "8000-8010:80"\n      - "[::1]:53:53/udp"\n      - "127.0.0.1::80"\n      - "${PORT}:80"\n',
    ],
  },
  check: (file) => reported(file, 'invalid-port'),
};

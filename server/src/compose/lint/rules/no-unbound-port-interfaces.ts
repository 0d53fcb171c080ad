import { ports } from '../../project/read/ports.ts';
import { bindLocally } from '../bindLocally.ts';
import { projectRule } from '../projectRule.ts';

export const noUnboundPortInterfaces = projectRule({
  id: 'no-unbound-port-interfaces',
  summary: 'Say on which address a port is published',
  rationale:
    'A port without an address is open on every network of this machine. Off by default: for what is meant to be reached, that is right.',
  severity: 'off',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx:1.27\n    ports: ["8080:80"]\n'],
    good: ['services:\n  web:\n    image: nginx:1.27\n    ports: ["127.0.0.1:8080:80", "0.0.0.0:443:443"]\n'],
  },
  *check(project) {
    for (const service of project.services.values())
      for (const port of ports(service)) {
        if (port.hostIp) continue;
        const fix = bindLocally(port);
        yield {
          at: port.published ?? port.target ?? port.item,
          message: 'This port is open on every network of this machine. Say an address before it.',
          ...(fix && { fix }),
        };
      }
  },
});

import { ports } from '../../project/read/ports.ts';
import { replicasOf } from '../../project/read/replicas.ts';
import { serviceRule } from '../projectRule.ts';

export const fixedPortScale = serviceRule({
  id: 'fixed-port-scale',
  summary: 'Give several containers no single port of this machine',
  rationale:
    'A port of this machine belongs to one container. When a service has several, the second one cannot start. Publish a range that is large enough, leave the machine’s port out so that each gets a free one, or put a proxy before them.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n    scale: 2\n    ports: ["8080:80"]\n'],
    good: ['services:\n  web:\n    image: nginx\n    scale: 2\n    ports: ["8080-8081:80", "443"]\n'],
  },
  *check(service) {
    const replicas = replicasOf(service);
    if (!replicas || replicas.count <= 1) return;
    for (const { published, mode } of ports(service)) {
      if (!published?.known || mode?.text === 'ingress') continue;
      const [, from = '', to = from] = /^(\d+)(?:-(\d+))?$/.exec(published.text) ?? [];
      if (from === '' || Number(from) === 0 || Number(to) - Number(from) + 1 >= replicas.count) continue;
      yield {
        at: published,
        message: `${replicas.count} containers cannot share port ${published.text} of this machine.`,
        related: [{ at: replicas.at, message: `How many: \`${replicas.key}\`.` }],
      };
    }
  },
});

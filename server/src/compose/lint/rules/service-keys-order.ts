import { inUsualOrder } from '../../keyOrder.ts';
import { orderRule, serviceNodes } from '../orderRule.ts';

export const serviceKeysOrder = orderRule({
  id: 'service-keys-order',
  summary: 'Write the keys of services in the usual order',
  rationale:
    'With the same order everywhere, one finds things. The order is that of dclint, and of the formatter with `gantry.format.sortKeys`: `image` and `build` first, `restart`, `healthcheck` and `labels` last. Comments go with the key below them.',
  examples: {
    bad: ['services:\n  web:\n    ports: ["80:80"]\n    image: nginx:1.27\n'],
    good: ['services:\n  web:\n    image: nginx:1.27\n    ports: ["80:80"]\n'],
  },
  *orders(part) {
    for (const node of serviceNodes(part)) {
      const keys = node.entries.map(({ key }) => key.text);
      yield { node, order: inUsualOrder(keys, 'service') };
    }
  },
});

import { alphabetical, orderRule, servicesOf } from '../orderRule.ts';

export const servicesAlphabeticalOrder = orderRule({
  id: 'services-alphabetical-order',
  summary: 'Sort services by name',
  rationale: 'In a file with many services, one is found sooner when they are sorted.',
  examples: {
    bad: ['services:\n  web:\n    image: nginx:1.27\n  db:\n    image: postgres:17\n'],
    good: ['services:\n  db:\n    image: postgres:17\n  web:\n    image: nginx:1.27\n'],
  },
  *orders(part) {
    const node = servicesOf(part);
    if (node) yield { node, order: alphabetical(node.entries.map(({ key }) => key.text)) };
  },
});

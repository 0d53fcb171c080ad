import { alphabetical, orderRule, serviceNodes } from '../orderRule.ts';

export const servicePortsAlphabeticalOrder = orderRule({
  id: 'service-ports-alphabetical-order',
  summary: 'Sort the ports of a service',
  rationale: 'Sorted, a port that is there twice stands out. Numbers count as numbers: `80` comes before `443`.',
  examples: {
    bad: ['services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "443:443"\n      - "80:80"\n'],
    good: ['services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "80:80"\n      - "443:443"\n'],
  },
  *orders(part) {
    for (const service of serviceNodes(part)) {
      const node = service.get('ports')?.value;
      if (node?.kind !== 'sequence') continue;
      const texts = node.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
      if (texts.length === node.items.length) yield { node, order: alphabetical(texts) };
    }
  },
});

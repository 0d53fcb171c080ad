import { alphabetical, orderRule, serviceNodes } from '../orderRule.ts';

export const serviceDependenciesAlphabeticalOrder = orderRule({
  id: 'service-dependencies-alphabetical-order',
  summary: 'Sort what a service depends on',
  rationale: 'The order of `depends_on` means nothing, so it may as well be the one in which a name is found.',
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx:1.27\n    depends_on:\n      - db\n      - cache\n  db:\n    image: postgres:17\n  cache:\n    image: redis:7\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.27\n    depends_on:\n      - cache\n      - db\n  db:\n    image: postgres:17\n  cache:\n    image: redis:7\n',
    ],
  },
  *orders(part) {
    for (const service of serviceNodes(part)) {
      const node = service.get('depends_on')?.value;
      if (node?.kind === 'mapping') yield { node, order: alphabetical(node.entries.map(({ key }) => key.text)) };
      if (node?.kind !== 'sequence') continue;
      const texts = node.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
      if (texts.length === node.items.length) yield { node, order: alphabetical(texts) };
    }
  },
});

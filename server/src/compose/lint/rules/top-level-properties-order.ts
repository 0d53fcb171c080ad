import { inUsualOrder } from '../../keyOrder.ts';
import { orderRule } from '../orderRule.ts';

export const topLevelPropertiesOrder = orderRule({
  id: 'top-level-properties-order',
  summary: 'Write the sections of a file in the usual order',
  rationale:
    'The order is that of dclint, and of the formatter with `gantry.format.sortKeys`: `x-…`, `name` and `include`, then `services`, then what they use. Anchors stay before their aliases.',
  examples: {
    bad: ['volumes:\n  data:\nservices:\n  db:\n    image: postgres:17\n    volumes: ["data:/d"]\n'],
    good: ['services:\n  db:\n    image: postgres:17\n    volumes: ["data:/d"]\nvolumes:\n  data:\n'],
  },
  *orders({ root }) {
    if (root?.kind !== 'mapping') return;
    const keys = root.entries.map(({ key }) => key.text);
    yield { node: root, order: inUsualOrder(keys, 'file') };
  },
});

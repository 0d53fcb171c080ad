import { bytes } from '../../project/read/bytes.ts';
import { serviceRule } from '../projectRule.ts';

export const swapLimit = serviceRule({
  id: 'swap-limit',
  summary: 'Set a memory limit with the swap limit',
  rationale:
    '`memswap_limit` is memory and swap together. Without `mem_limit` it has no effect, and the engine refuses one that is below `mem_limit`; `-1` is as much swap as there is.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n    memswap_limit: 1g\n'],
    good: ['services:\n  web:\n    image: nginx\n    mem_limit: 512m\n    memswap_limit: 1g\n'],
  },
  *check({ value, complete }) {
    const swap = value.scalar('memswap_limit');
    if (!swap?.known || !complete) return;
    const memory =
      value.scalar('mem_limit') ?? value.mapping('deploy')?.mapping('resources')?.mapping('limits')?.scalar('memory');
    const limit = bytes(swap.text);
    if (limit === undefined || limit <= 0) return;
    if (!memory) yield { at: swap, message: 'Without `mem_limit` this has no effect.' };
    else if (memory.known && (bytes(memory.text) ?? 0) > limit)
      yield {
        at: swap,
        message: `This is memory and swap together, so it cannot be below the memory limit of ${memory.text}.`,
        related: [{ at: memory, message: 'The memory limit.' }],
      };
  },
});

import { serviceRule } from '../projectRule.ts';

export const serviceLimits = serviceRule({
  id: 'service-limits',
  summary: 'Limit the memory and processors of services',
  rationale:
    'Without a limit, one service can take all memory and time of a machine from the others. `mem_limit` and `cpus` limit it, or `deploy.resources.limits`.',
  severity: 'off',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx:1.27\n    cpus: 0.5\n'],
    good: ['services:\n  web:\n    image: nginx:1.27\n    mem_limit: 256m\n    cpus: 0.5\n'],
  },
  *check({ value, at, complete }) {
    const limits = value.mapping('deploy')?.mapping('resources')?.mapping('limits');
    const missing = [
      ...(value.has('mem_limit') || limits?.has('memory') === true ? [] : ['memory']),
      ...(['cpus', 'cpu_quota', 'cpu_count'].some((key) => value.has(key)) || limits?.has('cpus') === true
        ? []
        : ['processors']),
    ];
    if (complete && missing.length > 0 && !value.has('provider'))
      yield { at, message: `Nothing limits the ${missing.join(' and ')} of this service.` };
  },
});

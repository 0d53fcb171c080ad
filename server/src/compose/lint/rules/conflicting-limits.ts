import type { MappingValue, ScalarValue } from '../../project/model.ts';
import { bytes } from '../../project/read/bytes.ts';
import { serviceRule } from '../projectRule.ts';

/** The two places of each limit (loader/validate.go). */
const pairs = [
  { short: 'cpus', path: ['limits', 'cpus'], read: Number },
  { short: 'mem_limit', path: ['limits', 'memory'], read: bytes },
  { short: 'mem_reservation', path: ['reservations', 'memory'], read: bytes },
  { short: 'pids_limit', path: ['limits', 'pids'], read: Number },
] as const;

export const conflictingLimits = serviceRule({
  id: 'conflicting-limits',
  summary: 'Say once what a service may use',
  rationale:
    '`cpus`, `mem_limit`, `mem_reservation` and `pids_limit` say the same as `deploy.resources`. Compose refuses a service in which they differ.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    mem_limit: 256m\n    deploy:\n      resources:\n        limits:\n          memory: 512m\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    mem_limit: 0.5g\n    deploy:\n      resources:\n        limits:\n          memory: 512m\n',
    ],
  },
  *check({ value }) {
    for (const { short, path, read } of pairs) {
      const one = value.scalar(short);
      const other = deployed(value, path);
      if (!one?.known || other?.known !== true) continue;
      const [left, right] = [read(one.text), read(other.text)];
      if (left === undefined || right === undefined || Number.isNaN(left) || Number.isNaN(right)) continue;
      // Zero is the same as nothing.
      if (left === right || left === 0 || right === 0) continue;
      yield {
        at: one,
        message: `\`${short}\` is ${one.text}, \`deploy.resources.${path.join('.')}\` is ${other.text}: leave one out, or make them equal.`,
        related: [{ at: other, message: 'The other value.' }],
      };
    }
  },
});

function deployed(service: MappingValue, [group, key]: readonly [string, string]): ScalarValue | undefined {
  return service.mapping('deploy')?.mapping('resources')?.mapping(group)?.scalar(key);
}

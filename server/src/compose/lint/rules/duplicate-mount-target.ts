import type { Located } from '../../project/model.ts';
import { mountTargets } from '../../project/read/mountTargets.ts';
import { serviceRule } from '../projectRule.ts';

export const duplicateMountTarget = serviceRule({
  id: 'duplicate-mount-target',
  summary: 'Mount one thing at one place',
  rationale:
    'Two things cannot be mounted at the same path of a container. Compose refuses a `tmpfs` where a volume is mounted already, or the other way round; configs and secrets in the place of another are refused by the engine, later.',
  severity: 'error',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n    tmpfs: [/cache]\n    volumes: ["./cache:/cache/"]\n'],
    good: ['services:\n  web:\n    image: nginx\n    tmpfs: [/tmp]\n    volumes: ["./cache:/cache"]\n'],
  },
  *check(service) {
    const first = new Map<string, { readonly at: Located; readonly key: string }>();
    for (const { path, at, key, known } of mountTargets(service)) {
      if (!known) continue;
      const before = first.get(path);
      if (!before) first.set(path, { at, key });
      // Of two volumes at one path the later one wins, which is another finding.
      else if (before.key !== key || key === 'tmpfs')
        yield {
          at,
          ...((key === 'configs' || key === 'secrets') && { severity: 'warning' }),
          message: `Something is mounted at \`${path}\` already, by \`${before.key}\`.`,
          related: [{ at: before.at, message: 'The first one.' }],
        };
    }
  },
});

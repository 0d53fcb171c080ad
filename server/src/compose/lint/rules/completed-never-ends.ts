import { dependencies } from '../../project/read/names.ts';
import { projectRule } from '../projectRule.ts';

export const completedNeverEnds = projectRule({
  id: 'completed-never-ends',
  summary: 'Wait for the end only of services that end',
  rationale:
    '`condition: service_completed_successfully` waits until the other service’s container has ended. One that is started again whenever it ends (`restart: always` or `unless-stopped`) never has, and the service that waits never starts.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    depends_on:\n      migrate:\n        condition: service_completed_successfully\n  migrate:\n    image: example/migrate\n    restart: always\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    depends_on:\n      migrate:\n        condition: service_completed_successfully\n  migrate:\n    image: example/migrate\n    restart: on-failure\n',
    ],
  },
  *check(project) {
    for (const service of project.services.values())
      for (const { name, at, condition, value } of dependencies(service)) {
        if (condition !== 'service_completed_successfully') continue;
        const restart = project.services.get(name)?.value.scalar('restart');
        if (!restart?.known || !['always', 'unless-stopped'].includes(restart.text)) continue;
        yield {
          at: value?.scalar('condition') ?? at,
          message: `\`${name}\` is started again whenever it ends, so this waits for ever.`,
          related: [{ at: restart, message: 'It starts again.' }],
        };
      }
  },
});

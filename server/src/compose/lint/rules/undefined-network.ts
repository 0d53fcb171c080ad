import { networks } from '../../project/read/names.ts';
import { projectRule } from '../projectRule.ts';
import { undefinedName } from '../undefinedName.ts';

export const undefinedNetwork = projectRule({
  id: 'undefined-network',
  summary: 'Define the networks that services are in',
  rationale:
    'A service can be in networks that the top-level `networks` defines, and in `default`, which is always there. Compose refuses others. A service that is taken over with `extends` does not bring its networks along: define them here.',
  severity: 'error',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n    networks: [frontend]\n'],
    good: ['services:\n  web:\n    image: nginx\n    networks: [frontend, default]\nnetworks:\n  frontend:\n'],
  },
  *check(project) {
    if (!project.complete) return;
    const defined = [...project.networks.keys()];
    for (const service of project.services.values())
      for (const { name, at, known } of networks(service)) {
        if (!known || name === 'default' || defined.includes(name)) continue;
        const advice = 'Define it under the top-level `networks`.';
        yield undefinedName({ what: 'network', name, at, defined, advice, definition: { section: 'networks' } });
      }
  },
});

import type { Located } from '../../project/model.ts';
import { named, networks } from '../../project/read/names.ts';
import type { Found } from '../found.ts';
import { projectRule } from '../projectRule.ts';
import { removalOf } from '../removal.ts';

export const redundantNetwork = projectRule({
  id: 'redundant-network',
  summary: 'Leave out the default network where it is the only one',
  rationale:
    'Every project has a network `default`, and a service that names no network is in it. To name it says something only beside other networks, or with settings.',
  severity: 'style',
  codes: [],
  tags: [1],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx:1.27\n    networks:\n      - default\n',
      'services:\n  web:\n    image: nginx:1.27\nnetworks:\n  default:\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.27\n    networks: [default, front]\nnetworks:\n  default:\n    internal: true\n  front:\n',
    ],
  },
  *check(project) {
    if (!project.complete) return;
    for (const service of project.services.values()) {
      const entry = service.value.entry('networks');
      const [only, ...others] = networks(service);
      if (!entry || !only || others.length > 0 || only.name !== 'default' || only.value) continue;
      if (service.complete && entry.value.overrides.length === 0)
        yield found(entry.at, 'A service that names no network is in `default` anyway.');
    }
    const network = project.networks.get('default');
    if (network && named(network.value).length === 0)
      yield found(network.at, 'The network `default` is there without being defined.');
  },
});

function found(at: Located, message: string): Found {
  const edit = removalOf(at);
  return { at, message, ...(edit && { fix: { title: 'Remove it', edits: [edit], safe: true } }) };
}

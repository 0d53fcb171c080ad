import { replicasOf } from '../../project/read/replicas.ts';
import { serviceRule } from '../projectRule.ts';

export const containerNameScale = serviceRule({
  id: 'container-name-scale',
  summary: 'Leave the names of several containers to compose',
  rationale:
    'A container’s name is unique, so a service with `container_name` can have one container only. Compose refuses more.',
  severity: 'error',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n    container_name: web\n    scale: 2\n'],
    good: ['services:\n  web:\n    image: nginx\n    container_name: web\n'],
  },
  *check(service) {
    const name = service.value.scalar('container_name');
    const replicas = replicasOf(service);
    if (!name || !replicas || replicas.count <= 1) return;
    yield {
      at: name,
      message: `\`${service.name}\` has ${replicas.count} containers, which cannot all have one name.`,
      related: [{ at: replicas.at, message: `How many: \`${replicas.key}\`.` }],
    };
  },
});

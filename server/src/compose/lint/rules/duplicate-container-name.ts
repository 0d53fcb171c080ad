import { neverTogether } from '../../project/read/together.ts';
import type { ScalarValue } from '../../project/model.ts';
import type { Service } from '../../project/service.ts';
import { projectRule } from '../projectRule.ts';

export const duplicateContainerName = projectRule({
  id: 'duplicate-container-name',
  summary: 'Give every container a name of its own',
  rationale:
    'A container’s name is unique on an engine. Compose does not start a project in which two services have the same `container_name`. Services that never run together, because their profiles differ, may share one.',
  severity: 'error',
  codes: ['no-duplicate-container-names'],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    container_name: app\n  api:\n    image: example/api\n    container_name: app\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    container_name: web\n  api:\n    image: example/api\n    container_name: api\n',
    ],
  },
  *check(project) {
    const named = new Map<string, { readonly service: Service; readonly at: ScalarValue }[]>();
    for (const service of project.services.values()) {
      const at = service.value.scalar('container_name');
      if (!at?.known) continue;
      const same = named.get(at.text) ?? [];
      const other = same.find((each) => !neverTogether(each.service, service));
      if (other)
        yield {
          at,
          message: `\`${other.service.name}\` has the container name \`${at.text}\`, too.`,
          related: [{ at: other.at, message: 'The other container.' }],
        };
      named.set(at.text, [...same, { service, at }]);
    }
  },
});

import type { Located } from '../../project/model.ts';
import { networks } from '../../project/read/names.ts';
import { neverTogether } from '../../project/read/together.ts';
import type { Service } from '../../project/service.ts';
import { projectRule } from '../projectRule.ts';

export const sharedAlias = projectRule({
  id: 'shared-alias',
  summary: 'Give each service network names of its own',
  rationale:
    'When two services have the same alias in a network, or one has the other’s name for an alias, the name leads now to this one and now to that. It can be meant, to spread requests; else it is a copy that was forgotten.',
  severity: 'style',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    networks:\n      front:\n        aliases: [app]\n  api:\n    image: example/api\n    networks:\n      front:\n        aliases: [app]\nnetworks:\n  front:\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    networks:\n      front:\n        aliases: [www]\n  api:\n    image: example/api\n    networks: [front]\nnetworks:\n  front:\n',
    ],
  },
  *check(project) {
    const first = new Map<string, { readonly service: Service; readonly at: Located }>();
    for (const service of project.services.values())
      for (const { name: network } of networks(service))
        first.set(JSON.stringify([network, service.name]), { service, at: service.at });
    for (const service of project.services.values())
      for (const { name: network, value } of networks(service))
        for (const alias of value?.items('aliases') ?? []) {
          if (alias.kind !== 'scalar' || !alias.known) continue;
          const key = JSON.stringify([network, alias.text]);
          const other = first.get(key);
          if (!other) first.set(key, { service, at: alias });
          else if (other.service !== service && !neverTogether(other.service, service))
            yield {
              at: alias,
              message: `In \`${network}\`, \`${alias.text}\` is \`${other.service.name}\`, too.`,
              related: [{ at: other.at, message: 'The other service.' }],
            };
        }
  },
});

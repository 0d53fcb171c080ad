import { neverTogether } from '../../project/read/together.ts';
import { type Binding, bindingsOf, collide } from '../bindings.ts';
import { projectRule } from '../projectRule.ts';

export const duplicateHostPort = projectRule({
  id: 'duplicate-host-port',
  summary: 'Publish each port of this machine once',
  rationale:
    'A port of this machine, with its address and protocol, belongs to one container: the second one that wants it does not start. Services that never run together, because their profiles differ, may share one.',
  severity: 'warning',
  codes: ['no-duplicate-exported-ports'],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    ports: ["8080:80"]\n  api:\n    image: example/api\n    ports: ["8080:3000"]\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    ports: ["8080:80"]\n  api:\n    image: example/api\n    ports: ["8081:3000", "8080:80/udp"]\n',
    ],
  },
  *check(project) {
    const taken: Binding[] = [];
    for (const binding of bindingsOf(project)) {
      const other = taken.find(
        (each) =>
          collide(each, binding) && (each.service === binding.service || !neverTogether(each.service, binding.service)),
      );
      if (other)
        yield {
          at: binding.at,
          message:
            other.service === binding.service
              ? `Port ${binding.at.text} is published by this service already.`
              : `\`${other.service.name}\` publishes port ${other.at.text}, too.`,
          related: [{ at: other.at, message: 'The other port.' }],
        };
      taken.push(binding);
    }
  },
});

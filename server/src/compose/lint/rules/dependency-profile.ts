import { dependencies, impliedDependencies } from '../../project/read/names.ts';
import type { Located } from '../../project/model.ts';
import type { Service } from '../../project/service.ts';
import { projectRule } from '../projectRule.ts';

export const dependencyProfile = projectRule({
  id: 'dependency-profile',
  summary: 'Depend on services that run under the same profiles',
  rationale:
    'A service with `profiles` exists only while one of them is active. Compose refuses to start a service whose dependency is not there, unless that has `required: false`. So a dependency needs no profiles at all, or every profile of the service that needs it.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    depends_on: [db]\n  db:\n    image: postgres\n    profiles: [full]\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    profiles: [full]\n    depends_on: [db]\n  db:\n    image: postgres\n    profiles: [full, data]\n',
      'services:\n  web:\n    image: nginx\n    depends_on:\n      db:\n        condition: service_started\n        required: false\n  db:\n    image: postgres\n    profiles: [full]\n',
    ],
  },
  *check(project) {
    for (const service of project.services.values())
      for (const { name, at } of needs(service)) {
        const other = project.services.get(name);
        if (!other || other === service) continue;
        const { profiles } = other;
        if (profiles.length === 0) continue;
        const missing = service.profiles.filter((profile) => !profiles.includes(profile));
        if (service.profiles.length > 0 && missing.length === 0) continue;
        const when =
          service.profiles.length === 0
            ? `\`${service.name}\` always runs`
            : `\`${service.name}\` also runs under ${listed(missing)}`;
        yield {
          at,
          message: `\`${name}\` runs only under ${listed(profiles)}, but ${when}.`,
          related: [{ at: other.value.entry('profiles')?.at ?? other.at, message: `The profiles of \`${name}\`.` }],
        };
      }
  },
});

function needs(service: Service): { readonly name: string; readonly at: Located }[] {
  return [
    ...dependencies(service).filter(({ required, known }) => required && known),
    ...impliedDependencies(service).flatMap(({ name }) => (name.known ? [{ name: name.text, at: name }] : [])),
  ];
}

function listed(profiles: readonly string[]): string {
  return `the profile${profiles.length === 1 ? '' : 's'} ${profiles.map((name) => `\`${name}\``).join(', ')}`;
}

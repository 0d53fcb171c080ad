import type { Located } from '../../project/model.ts';
import type { Project } from '../../project/project.ts';
import { dependencies, impliedDependencies } from '../../project/read/names.ts';
import { additionalContexts } from '../../project/read/contexts.ts';
import type { Service } from '../../project/service.ts';
import { projectRule } from '../projectRule.ts';
import { undefinedName } from '../undefinedName.ts';

interface Mention {
  readonly name: string;
  readonly at: Located;
  /** The key that names it. */
  readonly key: string;
}

export const undefinedService = projectRule({
  id: 'undefined-service',
  summary: 'Name services that there are',
  rationale:
    'What `depends_on`, `links`, `volumes_from`, an additional context or a `service:…` names must be a service of the same project. Compose refuses others. A service that is taken over with `extends` does not bring the services along that it names.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    depends_on: [db]\n',
      'services:\n  web:\n    image: nginx\n    network_mode: service:proxy\n',
    ],
    good: ['services:\n  web:\n    image: nginx\n    depends_on: [db]\n  db:\n    image: postgres\n'],
  },
  *check(project) {
    if (!project.complete) return;
    const defined = [...project.services.keys()];
    for (const service of project.services.values())
      for (const { name, at, key } of mentions(service)) {
        if (defined.includes(name)) continue;
        const others = defined.filter((other) => other !== service.name);
        const advice = `\`${key}\` names services of this project only.`;
        yield undefinedName({ what: 'service', name, at, defined: others, advice });
      }
    yield* unbuilt(project);
  },
});

function mentions(service: Service): Mention[] {
  return [
    ...dependencies(service).flatMap(({ name, at, known }) => (known ? [{ name, at, key: 'depends_on' }] : [])),
    ...impliedDependencies(service).flatMap(({ key, name }) =>
      name.known ? [{ key, name: name.text, at: name }] : [],
    ),
    ...additionalContexts(service).flatMap(({ service: name }) =>
      name?.known === true ? [{ key: 'additional_contexts', name: name.text, at: name }] : [],
    ),
  ];
}

/** A build can take another service's image for a context only when that is built, too. */
function* unbuilt(project: Project): Iterable<{ readonly at: Located; readonly message: string }> {
  for (const service of project.services.values())
    for (const { service: name } of additionalContexts(service)) {
      const other = name?.known === true ? project.services.get(name.text) : undefined;
      if (name && other?.complete === true && !other.has('build'))
        yield { at: name, message: `\`${name.text}\` has no \`build\`, so its image cannot be a build's context.` };
    }
}

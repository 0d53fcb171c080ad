import type { Project, Resource } from '../../project/project.ts';
import { grants, named, networks } from '../../project/read/names.ts';
import { volumes } from '../../project/read/volumes.ts';
import { projectRule } from '../projectRule.ts';
import { removalOf } from '../removal.ts';

const sections = ['networks', 'volumes', 'secrets', 'configs', 'models'] as const;
type Unused = (typeof sections)[number];

export const unusedResource = projectRule({
  id: 'unused-resource',
  summary: 'Define only what a service uses',
  rationale:
    'A network, volume, secret, config or model that no service uses is not made, and only suggests that something uses it. A name that a file beside this one uses counts as used.',
  severity: 'style',
  codes: [],
  tags: [1],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\nvolumes:\n  data:\n'],
    good: [
      'services:\n  db:\n    image: postgres\n    volumes: ["data:/var/lib/postgresql/data"]\nvolumes:\n  data:\n',
    ],
  },
  *check(project, { document }) {
    if (!project.complete || project.services.size === 0) return;
    for (const section of sections) {
      const used = namesIn(project, section);
      // A name that is not known may be any of them.
      if (used === undefined) continue;
      for (const resource of project.resources(section).values()) {
        if (used.has(resource.name) || resource.at.document.uri !== document.uri) continue;
        const fix = removalOf(resource.at);
        yield {
          at: resource.at,
          message: `No service uses the ${section.slice(0, -1)} \`${resource.name}\`.`,
          ...(fix && { fix: { title: `Remove ${resource.name}`, edits: [fix], safe: false } }),
        };
      }
    }
  },
});

/** The names of a section that services use; `undefined` when one of them is not known. */
function namesIn(project: Project, section: Unused): ReadonlySet<string> | undefined {
  const names = new Set(section === 'networks' ? ['default'] : []);
  for (const service of project.services.values())
    for (const { name, known } of usesOf(project, { service: service.name, section })) {
      if (!known) return undefined;
      names.add(name);
    }
  if (section === 'secrets') for (const name of fromResources(project)) names.add(name);
  return names;
}

function usesOf(
  project: Project,
  { service: name, section }: { readonly service: string; readonly section: Unused },
): { readonly name: string; readonly known: boolean }[] {
  const service = project.services.get(name);
  if (!service) return [];
  switch (section) {
    case 'networks':
      return networks(service);
    case 'volumes':
      return volumes(service).flatMap(({ type, source }) =>
        source && ['volume', 'cluster', ''].includes(type) ? [{ name: source.text, known: source.known }] : [],
      );
    case 'models':
      return named(service.get('models'));
    case 'configs': {
      const credentials = service.value.mapping('credential_spec')?.scalar('config');
      const given = grants(service.value, 'configs').map(({ source }) => source);
      return [...given, ...(credentials ? [credentials] : [])].map(({ text, known }) => ({ name: text, known }));
    }
    case 'secrets':
      return [service.value, service.value.mapping('build')]
        .flatMap((owner) => grants(owner, 'secrets'))
        .map(({ source }) => ({ name: source.text, known: source.known }));
  }
}

/** Secrets of other resources, such as those of a cluster volume. */
function fromResources(project: Project): string[] {
  return Array.from(project.volumes.values()).flatMap(({ value }: Resource) =>
    grants(value?.mapping('x-cluster-spec'), 'secrets').map(({ source }) => source.text),
  );
}

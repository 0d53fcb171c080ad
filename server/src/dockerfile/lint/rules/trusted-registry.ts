import type { Fix, Rule } from '../../../lint/rule.ts';
import { isRegistry, readImageReference } from '../../../workspace/imageReference.ts';
import type { StageReference } from '../../model/stageReferences.ts';
import type { DockerfileFile } from '../file.ts';

export const trustedRegistry: Rule<DockerfileFile> = {
  id: 'trusted-registry',
  summary: 'Take images from trusted registries only',
  rationale: `\`trustedRegistries\` in \`.hadolint.yaml\` lists the registries that images may come from; without it the rule is silent.
\`FROM\`, \`COPY --from\` and \`RUN --mount=from=\` are looked at. An entry is a host, \`*\`, or a host with one star at its
beginning or end (\`*.example.com\`). An image without a host is from \`docker.io\`, which \`hub.docker.com\` means, too.

Stages of the file and \`scratch\` need no registry. Where a variable stands for the registry, the value that the file gives
to it counts; without one nothing is reported.`,
  severity: 'error',
  codes: ['DL3026'],
  examples: {
    around: { '.hadolint.yaml': 'trustedRegistries:\n  - registry.example.com\n' },
    bad: [
      'FROM elsewhere.example.org/acme/app:1\n',
      'FROM registry.example.com/acme/app:1\nCOPY --from=nginx:1.27 /etc/nginx /etc/nginx\n',
    ],
    good: ['FROM registry.example.com/acme/app:1\n'],
  },
  *check(file) {
    const { trustedRegistries: trusted } = file.config;
    if (trusted.length === 0) return;
    for (const reference of file.references) {
      if (file.isNamedContext(reference.text)) continue;
      const registry = registryOf(reference);
      if (registry === undefined || trusted.some((entry) => matches(registry, entry))) continue;
      yield {
        range: file.range(reference),
        message: `The registry ${registry} is not among trustedRegistries. Use ${trusted.join(', ')}, or add it in .hadolint.yaml.`,
        alternatives: trusted
          .filter((entry) => !entry.includes('*'))
          .flatMap((entry) => toRegistry(file, { reference, entry })),
      };
    }
  },
};

/** `undefined` for what comes from no registry, or from one that is not known. */
function registryOf({ kind, step, text, stage }: StageReference): string | undefined {
  if (stage !== undefined || text === 'scratch' || text === '') return undefined;
  if (kind !== 'from' && (/^\d+$/.test(text) || text === 'context')) return undefined;
  const image = kind === 'from' ? (step.stage.base ?? text) : text;
  if (image === 'scratch') return undefined;
  const slash = image.indexOf('/');
  const host = slash < 0 ? '' : image.slice(0, slash);
  if (host.includes('$') || (slash < 0 && image.startsWith('$'))) return undefined;
  return isRegistry(host) ? host : (readImageReference(image)?.registry ?? 'docker.io');
}

/** The same image from another registry, if it is there: nobody has looked. */
function toRegistry(
  file: DockerfileFile,
  { reference: { text, start }, entry }: { readonly reference: StageReference; readonly entry: string },
): Fix[] {
  if (text.includes('$')) return [];
  const slash = text.indexOf('/');
  const host = slash > 0 && isRegistry(text.slice(0, slash)) ? slash : undefined;
  const range = file.range({ start, end: start + (host ?? 0) });
  const edit = { range, newText: host === undefined ? `${entry}/` : entry };
  return [{ title: `Take it from ${entry}`, edits: [edit], safe: false }];
}

function matches(registry: string, entry: string): boolean {
  if (entry === '*' || entry === registry) return true;
  if (registry === 'docker.io' && entry === 'hub.docker.com') return true;
  if (entry.startsWith('*')) return registry.endsWith(entry.slice(1));
  return entry.endsWith('*') && registry.startsWith(entry.slice(0, -1));
}

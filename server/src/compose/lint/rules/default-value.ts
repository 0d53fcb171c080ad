import type { Value } from '../../project/model.ts';
import { dependencies } from '../../project/read/names.ts';
import type { Found } from '../found.ts';
import { projectRule } from '../projectRule.ts';
import { removalOf } from '../removal.ts';

/** What compose takes where a key is missing. */
const defaults = {
  service: { init: false, privileged: false, read_only: false, stdin_open: false, tty: false, scale: 1 },
  build: { network: 'default', no_cache: false, privileged: false, pull: false },
  healthcheck: { disable: false },
  port: { protocol: 'tcp', mode: 'ingress' },
  mount: { read_only: false },
  dependency: { required: true, restart: false },
  envFile: { required: true },
  resource: { external: false },
} as const;

export const defaultValue = projectRule({
  id: 'default-value',
  summary: 'Leave out what compose takes anyway',
  rationale:
    'A key with the value that it has without being written makes a file longer, and what it changes harder to see. Nothing is said where the value takes the place of another one, from another file or `extends`.',
  severity: 'style',
  codes: [],
  tags: [1],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - target: 80\n        published: "8080"\n        protocol: tcp\n',
      'services:\n  web:\n    build:\n      context: ./web\n      no_cache: false\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - target: 53\n        protocol: udp\n    read_only: true\n',
    ],
  },
  *check(project) {
    if (!project.complete) return;
    for (const service of project.services.values()) {
      if (!service.complete) continue;
      const { value } = service;
      yield* plain(value, 'service');
      yield* plain(value.mapping('build'), 'build');
      yield* plain(value.mapping('healthcheck'), 'healthcheck');
      for (const item of value.items('ports')) yield* plain(item, 'port');
      for (const item of value.items('volumes')) yield* plain(item, 'mount');
      for (const item of value.items('env_file')) yield* plain(item, 'envFile');
      for (const dependency of dependencies(service)) yield* plain(dependency.value, 'dependency');
    }
    for (const section of ['networks', 'volumes', 'configs', 'secrets'] as const)
      for (const resource of project.resources(section).values()) yield* plain(resource.value, 'resource');
  },
});

function* plain(value: Value | undefined, of: keyof typeof defaults): Iterable<Found> {
  if (value?.kind !== 'mapping' || value.overrides.length > 0) return;
  for (const [key, standard] of Object.entries(defaults[of])) {
    const scalar = value.scalar(key);
    if (!scalar?.known || scalar.value !== standard || scalar.overrides.length > 0 || scalar.variables.length > 0)
      continue;
    const at = value.entry(key)?.at ?? scalar;
    const edit = removalOf(at);
    yield {
      at,
      message: `\`${key}\` is \`${String(standard)}\` without being written.`,
      ...(edit && value.entries.length > 1 && { fix: { title: `Remove ${key}`, edits: [edit], safe: false } }),
    };
  }
}

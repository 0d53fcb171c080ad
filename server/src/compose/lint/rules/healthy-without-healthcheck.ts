import { dependencies } from '../../project/read/names.ts';
import { healthcheckEdit } from '../addHealthcheck.ts';
import { projectRule } from '../projectRule.ts';

export const healthyWithoutHealthcheck = projectRule({
  id: 'healthy-without-healthcheck',
  summary: 'Wait for health only where it is checked',
  rationale:
    '`condition: service_healthy` waits until the health check of the other service succeeds. Where that has none, or has it switched off, the wait fails at once. The image may bring a check of its own, which this file does not tell; of a service that has none here it is a hint only.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    depends_on:\n      db:\n        condition: service_healthy\n  db:\n    image: postgres\n    healthcheck:\n      disable: true\n',
    ],
    good: [
      'services:\n  web:\n    image: nginx\n    depends_on:\n      db:\n        condition: service_healthy\n  db:\n    image: postgres\n    healthcheck:\n      test: ["CMD", "pg_isready"]\n',
    ],
  },
  *check(project) {
    for (const service of project.services.values())
      for (const { name, at, condition, value } of dependencies(service)) {
        const other = condition === 'service_healthy' ? project.services.get(name) : undefined;
        if (!other?.complete) continue;
        const check = other.value.mapping('healthcheck');
        const test = check?.get('test');
        const first = test?.kind === 'sequence' ? test.items[0] : test;
        const off = check?.scalar('disable')?.value === true || (first?.kind === 'scalar' && first.text === 'NONE');
        const written = value?.scalar('condition') ?? at;
        if (off)
          yield {
            at: written,
            message: `\`${name}\` has its health check switched off, so it never gets healthy.`,
            related: [{ at: other.value.entry('healthcheck')?.at ?? other.at, message: 'The health check.' }],
          };
        else if (!check) {
          const edit = other.at.document === at.document ? healthcheckEdit(other) : undefined;
          yield {
            at: written,
            message: `\`${name}\` has no \`healthcheck\` here. Unless its image brings one, this wait fails.`,
            severity: 'style',
            ...(edit && { fix: { title: `Give ${name} the usual health check`, edits: [edit], safe: false } }),
            related: [{ at: other.at, message: 'The service.' }],
          };
        }
      }
  },
});

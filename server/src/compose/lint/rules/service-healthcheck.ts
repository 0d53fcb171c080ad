import { Origin } from '../../project/model.ts';
import type { Project } from '../../project/project.ts';
import { dependencies } from '../../project/read/names.ts';
import type { Service } from '../../project/service.ts';
import { healthcheckEdit } from '../addHealthcheck.ts';
import type { FoundFix } from '../found.ts';
import { projectRule } from '../projectRule.ts';

export const serviceHealthcheck = projectRule({
  id: 'service-healthcheck',
  summary: 'Check the health of services',
  rationale:
    'Without a health check, the engine knows that a process runs, not that it answers, and other services cannot wait for it. The image may bring a check, which this file does not tell. For well-known images the usual check is offered, also together with `condition: service_healthy` where other services wait for it.',
  severity: 'off',
  codes: [],
  examples: {
    bad: ['services:\n  cache:\n    image: redis:7\n'],
    good: ['services:\n  cache:\n    image: redis:7\n    healthcheck:\n      test: ["CMD", "redis-cli", "ping"]\n'],
  },
  *check(project) {
    for (const service of project.services.values()) {
      const { value, at, complete } = service;
      if (!complete || value.has('healthcheck') || value.has('provider')) continue;
      const edit = healthcheckEdit(service);
      const waits = edit ? waitingEdits(project, service) : [];
      yield {
        at,
        message: 'This service has no `healthcheck`: nothing tells whether it answers.',
        ...(edit && { fix: { title: 'Add the usual health check', edits: [edit], safe: false } }),
        ...(edit &&
          waits.length > 0 && {
            alternatives: [
              { title: 'Add the usual health check and wait for it', edits: [edit, ...waits], safe: false },
            ],
          }),
      };
    }
  },
});

/** What makes those in the same file that wait for the start of a service wait for its health. */
function waitingEdits(project: Project, { name, at }: Service): FoundFix['edits'] {
  return Array.from(project.services.values()).flatMap((other) =>
    dependencies(other).flatMap(({ name: wanted, at: key, value }) => {
      const condition = value?.scalar('condition');
      if (wanted !== name || condition?.text !== 'service_started') return [];
      return key instanceof Origin && condition.document === at.document && condition.origin.node.kind === 'scalar'
        ? [{ at: condition, text: 'service_healthy' }]
        : [];
    }),
  );
}

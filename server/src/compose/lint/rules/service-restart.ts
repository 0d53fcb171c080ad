import { addToService } from '../insertion.ts';
import { projectRule } from '../projectRule.ts';

export const serviceRestart = projectRule({
  id: 'service-restart',
  summary: 'Say when a service is started again',
  rationale:
    'Without `restart`, a container that ends stays ended, also after the machine was restarted. `unless-stopped` is usual for a service, `no` says that it is a task.',
  severity: 'off',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx:1.27\n'],
    good: ['services:\n  web:\n    image: nginx:1.27\n    restart: unless-stopped\n'],
  },
  *check(project) {
    for (const service of project.services.values()) {
      const { value, at, complete } = service;
      const said = value.has('restart') || value.mapping('deploy')?.has('restart_policy') === true;
      if (!complete || said || value.has('provider')) continue;
      const edit = addToService(service, ['restart: unless-stopped']);
      yield {
        at,
        message: 'This service has no `restart`: once ended, it stays so.',
        ...(edit && { fix: { title: 'Add restart: unless-stopped', edits: [edit], safe: false } }),
      };
    }
  },
});

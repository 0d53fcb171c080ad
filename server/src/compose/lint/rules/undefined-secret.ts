import { grants } from '../../project/read/names.ts';
import { projectRule } from '../projectRule.ts';
import { undefinedName } from '../undefinedName.ts';

export const undefinedSecret = projectRule({
  id: 'undefined-secret',
  summary: 'Define the secrets that services are given',
  rationale:
    'A service, or a build, is given secrets that the top-level `secrets` defines, with the file or the variable that holds each. Compose refuses others.',
  severity: 'error',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n    secrets: [site]\n'],
    good: ['services:\n  web:\n    image: nginx\n    secrets: [site]\nsecrets:\n  site:\n    file: ./site.txt\n'],
  },
  *check(project) {
    if (!project.complete) return;
    const defined = [...project.secrets.keys()];
    for (const service of project.services.values()) {
      const all = [service.value, service.value.mapping('build')].flatMap((owner) => grants(owner, 'secrets'));
      for (const { source } of all) {
        if (!source.known || defined.includes(source.text)) continue;
        const advice = 'Define it under the top-level `secrets`.';
        yield undefinedName({
          what: 'secret',
          name: source.text,
          at: source,
          defined,
          advice,
          definition: { section: 'secrets', body: [`file: ./${source.text}.txt`] },
        });
      }
    }
  },
});

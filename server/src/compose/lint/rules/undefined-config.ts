import { grants } from '../../project/read/names.ts';
import { projectRule } from '../projectRule.ts';
import { undefinedName } from '../undefinedName.ts';

export const undefinedConfig = projectRule({
  id: 'undefined-config',
  summary: 'Define the configs that services are given',
  rationale:
    'A service is given configs that the top-level `configs` defines, with the file, the text or the variable that holds each. Compose refuses others.',
  severity: 'error',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx\n    configs: [site]\n'],
    good: ['services:\n  web:\n    image: nginx\n    configs: [site]\nconfigs:\n  site:\n    file: ./site.txt\n'],
  },
  *check(project) {
    if (!project.complete) return;
    const defined = [...project.configs.keys()];
    for (const service of project.services.values()) {
      for (const { source } of grants(service.value, 'configs')) {
        if (!source.known || defined.includes(source.text)) continue;
        const advice = 'Define it under the top-level `configs`.';
        yield undefinedName({
          what: 'config',
          name: source.text,
          at: source,
          defined,
          advice,
          definition: { section: 'configs', body: [`file: ./${source.text}`] },
        });
      }
    }
  },
});

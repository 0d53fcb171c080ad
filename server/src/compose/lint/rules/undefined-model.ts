import { named } from '../../project/read/names.ts';
import { projectRule } from '../projectRule.ts';
import { undefinedName } from '../undefinedName.ts';

export const undefinedModel = projectRule({
  id: 'undefined-model',
  summary: 'Define the models that services use',
  rationale: 'A service uses AI models that the top-level `models` defines. Compose refuses others.',
  severity: 'error',
  codes: [],
  examples: {
    bad: ['services:\n  chat:\n    image: example/chat\n    models: [llm]\n'],
    good: ['services:\n  chat:\n    image: example/chat\n    models: [llm]\nmodels:\n  llm:\n    model: ai/smollm2\n'],
  },
  *check(project) {
    if (!project.complete) return;
    const defined = [...project.models.keys()];
    for (const service of project.services.values())
      for (const { name, at, known } of named(service.get('models'))) {
        if (!known || defined.includes(name)) continue;
        const advice = 'Define it under the top-level `models`.';
        yield undefinedName({ what: 'model', name, at, defined, advice });
      }
  },
});

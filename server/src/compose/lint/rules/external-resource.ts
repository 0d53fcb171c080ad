import { externals } from '../external.ts';
import { projectRule } from '../projectRule.ts';

export const externalResource = projectRule({
  id: 'external-resource',
  summary: 'Make external volumes and networks before they are used',
  rationale:
    'Compose does not make what is `external`, and does not start where the engine does not have it. Looked at only while the editor is connected to an engine, and for that engine.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    image: nginx:1.27\n    networks: [proxy]\nnetworks:\n  proxy:\n    external: true\n'],
    good: ['services:\n  web:\n    image: nginx:1.27\n    networks: [front]\nnetworks:\n  front:\n'],
    engine: { volumes: [], networks: [], taken: [] },
  },
  *check(project, { engine }) {
    if (!engine) return;
    for (const section of ['networks', 'volumes'] as const)
      for (const { name, at } of externals(project, section))
        if (!engine[section].includes(name))
          yield {
            at,
            message: `The engine that is connected has no ${section.slice(0, -1)} \`${name}\`. Make it before the project is started.`,
          };
  },
});

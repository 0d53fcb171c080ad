import { closest } from '../../../lint/closest.ts';
import { builtFrom } from '../builtFrom.ts';
import { projectRule } from '../projectRule.ts';

export const buildTarget = projectRule({
  id: 'build-target',
  summary: 'Build a stage that the Dockerfile has',
  rationale:
    '`target` is the name of a stage (`FROM … AS name`), or its number from 0. A build of one that is not there fails.',
  severity: 'warning',
  codes: [],
  examples: {
    bad: ['services:\n  web:\n    build:\n      context: .\n      target: dveelop\n'],
    good: ['services:\n  web:\n    build:\n      context: .\n      target: develop\n'],
    around: { Dockerfile: 'FROM node:22 AS develop\nFROM develop AS release\n' },
  },
  *check(project, file) {
    for (const service of project.services.values()) {
      const built = builtFrom(service, file);
      const target = built?.build.target;
      if (!built || target?.known !== true || target.text === '' || built.stages.length > 0) continue;
      const names = built.outline.stages.flatMap(({ name }) => name ?? []);
      const meant = closest(target.text, names);
      const others = names.length === 0 ? 'Its stages have no names.' : `It has ${names.join(', ')}.`;
      yield {
        at: target,
        message: `The Dockerfile has no stage \`${target.text}\`. ${meant === undefined ? others : `Did you mean \`${meant}\`?`}`,
        ...(meant !== undefined && {
          fix: { title: `Change to ${meant}`, edits: [{ at: target, text: meant }], safe: false },
        }),
      };
    }
  },
});

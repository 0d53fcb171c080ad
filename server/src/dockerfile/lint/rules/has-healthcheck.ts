import type { Rule } from '../../../lint/rule.ts';
import { someInChain, type Stage } from '../../model/stage.ts';
import type { DockerfileFile } from '../file.ts';

export const hasHealthcheck: Rule<DockerfileFile> = {
  id: 'has-healthcheck',
  summary: 'Say how to tell that the container is well',
  rationale: `Without \`HEALTHCHECK\` a container counts as well as long as its process runs. \`HEALTHCHECK NONE\` says that there is
nothing to check. Kubernetes does not read it, so the rule is off unless it is switched on.

A stage has the check of the stage that it continues. Stages that others continue or copy from are not reported.`,
  severity: 'off',
  codes: ['DL3057'],
  examples: {
    bad: ['FROM nginx:1.27\n'],
    good: [
      'FROM nginx:1.27\nHEALTHCHECK CMD curl -fsS http://localhost/ || exit 1\n',
      'FROM golang:1.23 AS build\nFROM scratch\nCOPY --from=build /app /app\nHEALTHCHECK NONE\n',
    ],
  },
  *check(file) {
    const isChecked = someInChain(hasOne);
    const used = new Set(file.references.flatMap(({ stage }) => stage ?? []));
    for (const stage of file.stages) {
      if (stage.from === undefined || used.has(stage) || isChecked(stage)) continue;
      yield {
        range: file.range(stage.name ?? stage.image ?? stage.from.keyword),
        message: 'The stage has no HEALTHCHECK. Add one, or HEALTHCHECK NONE where there is nothing to check.',
      };
    }
  },
};

function hasOne({ steps }: Stage): boolean {
  return steps.some(({ name }) => name === 'HEALTHCHECK');
}

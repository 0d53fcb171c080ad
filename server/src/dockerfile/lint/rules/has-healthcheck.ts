import type { Fix, Rule } from '../../../lint/rule.ts';
import { someInChain, type Stage } from '../../model/stage.ts';
import type { DockerfileFile } from '../file.ts';
import { keywordLike } from '../keywordLike.ts';

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
        alternatives: [...requests(file, stage), append(file, stage, 'NONE')],
      };
    }
  },
};

/** A request to the first port that the stage exposes: a beginning, to be made fit. */
function requests(file: DockerfileFile, stage: Stage): Fix[] {
  const exposed = stage.steps.find(({ name }) => name === 'EXPOSE')?.words[0]?.text ?? '';
  const [, port] = /^(\d+)(\/tcp)?$/.exec(exposed) ?? [];
  return port === undefined ? [] : [append(file, stage, `CMD curl -fsS http://localhost:${port}/ || exit 1`)];
}

function append(file: DockerfileFile, stage: Stage, check: string): Fix {
  const last = stage.steps.at(-1) ?? stage.from;
  const at = last?.end ?? 0;
  const text = `${last === undefined ? 'HEALTHCHECK' : keywordLike(last, 'HEALTHCHECK')} ${check}`;
  const range = file.range({ start: at, end: at });
  return { title: `Add ${text}`, edits: [{ range, newText: `${file.eol}${text}` }], safe: false };
}

function hasOne({ steps }: Stage): boolean {
  return steps.some(({ name }) => name === 'HEALTHCHECK');
}

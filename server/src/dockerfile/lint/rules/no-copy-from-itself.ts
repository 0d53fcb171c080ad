import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';

export const noCopyFromItself: Rule<DockerfileFile> = {
  id: 'no-copy-from-itself',
  summary: 'Copy from another stage',
  rationale: `A stage cannot copy from itself: it is not built yet. Name the stage that has the files, or use \`RUN cp\`.

The case of the name does not matter, and unlike in hadolint the stage's own number counts as well.`,
  severity: 'error',
  codes: ['DL3023'],
  examples: {
    bad: ['FROM alpine:3.20 AS app\nCOPY --from=app /etc/os-release /srv/\n'],
    good: ['FROM alpine:3.20 AS base\nFROM alpine:3.20 AS app\nCOPY --from=base /etc/os-release /srv/\n'],
  },
  *check(file) {
    for (const reference of file.references) {
      const { kind, step, text } = reference;
      const own = step.stage.name?.text.toLowerCase() === text.toLowerCase();
      if (kind !== 'copy' || step.onbuild || !(own || reference.stage === step.stage)) continue;
      yield {
        range: file.range(reference),
        message: 'The stage copies from itself. Name another stage, or use RUN cp.',
        ...(!own && { codes: [] }),
      };
    }
  },
};

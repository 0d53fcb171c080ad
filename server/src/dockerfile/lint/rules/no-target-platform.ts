import type { Rule } from '../../../lint/rule.ts';
import { expand } from '../../model/variables.ts';
import type { DockerfileFile } from '../file.ts';

export const noTargetPlatform: Rule<DockerfileFile> = {
  id: 'no-target-platform',
  summary: 'Leave out --platform=$TARGETPLATFORM',
  rationale: `\`FROM\` takes the image for the platform that is built for anyway, which is what \`$TARGETPLATFORM\` says.`,
  severity: 'warning',
  codes: ['DL3065', 'RedundantTargetPlatform'],
  tags: [1],
  scope: 'step',
  examples: {
    bad: ['FROM --platform=$TARGETPLATFORM alpine:3.20\n', 'FROM --platform=${TARGETPLATFORM} alpine:3.20 AS app\n'],
    good: ['FROM --platform=$BUILDPLATFORM alpine:3.20\n'],
  },
  *check(file) {
    for (const { from } of file.stages) {
      const flag = from?.flag('platform');
      if (from === undefined || flag?.value?.includes('TARGETPLATFORM') !== true) continue;
      const { text, references } = expand(flag.value, { escape: from.escape, lookup: () => 'value' });
      const [reference] = references;
      if (references.length !== 1 || reference?.name !== 'TARGETPLATFORM' || text !== 'value') continue;
      const blank = /^[ \t]*/.exec(file.source.text.slice(flag.end))?.[0].length ?? 0;
      yield {
        range: file.range(flag),
        message: 'The platform is the target’s anyway. Delete the flag.',
        codes: reference.modifier === '' ? ['DL3065', 'RedundantTargetPlatform'] : ['RedundantTargetPlatform'],
        fix: {
          title: 'Delete --platform',
          edits: [{ range: file.range({ start: flag.start, end: flag.end + blank }), newText: '' }],
          safe: true,
        },
      };
    }
  },
};

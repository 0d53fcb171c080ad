import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { freeStageName, renameStage } from '../renameStage.ts';

export const noReservedStageName: Rule<DockerfileFile> = {
  id: 'no-reserved-stage-name',
  summary: 'Do not name a stage scratch or context',
  rationale: `\`scratch\` is the empty image and \`context\` the build context. A stage of that name hides them, or is never found.

BuildKit compares without regard to case, hadolint reports the lower-case spelling.`,
  severity: 'warning',
  codes: ['DL3063', 'ReservedStageName'],
  examples: {
    bad: ['FROM alpine:3.20 AS scratch\n', 'FROM alpine:3.20 AS context\n'],
    good: ['FROM scratch AS files\n'],
  },
  *check(file) {
    for (const stage of file.stages) {
      const { name } = stage;
      const lower = name?.text.toLowerCase();
      if (name === undefined || (lower !== 'scratch' && lower !== 'context')) continue;
      const free = freeStageName(file, `${lower}-stage`);
      yield {
        range: file.range(name),
        message: `The name ${lower} is reserved: it means the ${lower === 'scratch' ? 'empty image' : 'build context'}. Name the stage otherwise.`,
        codes: name.text === lower ? ['DL3063', 'ReservedStageName'] : ['ReservedStageName'],
        fix: { title: `Rename to ${free}`, edits: renameStage(file, stage, free), safe: false },
      };
    }
  },
};

import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { keywordLike } from '../keywordLike.ts';

export const labelInsteadOfMaintainer: Rule<DockerfileFile> = {
  id: 'label-instead-of-maintainer',
  summary: 'Name the maintainer in a label',
  rationale: `\`MAINTAINER\` is deprecated. The label \`org.opencontainers.image.authors\` says the same, and tools read it.`,
  severity: 'error',
  codes: ['DL4000', 'MaintainerDeprecated'],
  tags: [2],
  scope: 'step',
  examples: {
    bad: ['FROM alpine:3.20\nMAINTAINER Ada <ada@example.com>\n'],
    good: ['FROM alpine:3.20\nLABEL org.opencontainers.image.authors="Ada <ada@example.com>"\n'],
  },
  *check(file) {
    for (const step of file.all('MAINTAINER')) {
      if (step.onbuild !== undefined) continue;
      const { argument, keyword } = step;
      const label = keywordLike(step, 'LABEL');
      const name = argument.text.replace(/^(["'])(.*)\1$/, '$2');
      const value = name.replaceAll(/["$]/g, (ch) => step.escape + ch);
      yield {
        range: file.range(keyword),
        message: 'MAINTAINER is deprecated. Use the label org.opencontainers.image.authors.',
        fix: {
          title: 'Use a label',
          edits: [
            {
              range: file.range({ start: step.start, end: argument.end }),
              newText: `${label} org.opencontainers.image.authors="${value}"`,
            },
          ],
          safe: true,
        },
      };
    }
  },
};

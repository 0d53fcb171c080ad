import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';

export const asCasing: Rule<DockerfileFile> = {
  id: 'as-casing',
  summary: 'Write AS like FROM',
  rationale: `\`FROM … as\` and \`from … AS\` mix two ways of writing on one line. Where \`FROM\` itself is neither all upper nor all lower
case, nothing is said.`,
  severity: 'warning',
  codes: ['FromAsCasing'],
  scope: 'step',
  examples: {
    bad: ['FROM alpine:3.20 as build\n', 'from alpine:3.20 AS build\n'],
    good: ['FROM alpine:3.20 AS build\n', 'from alpine:3.20 as build\n'],
  },
  *check(file) {
    for (const { from } of file.stages) {
      if (from?.words.length !== 3) continue;
      const { text } = from.keyword;
      const [, as] = from.words;
      if (as?.text.toUpperCase() !== 'AS') continue;
      const wanted = text === text.toUpperCase() ? 'AS' : text === text.toLowerCase() ? 'as' : as.text;
      if (as.text === wanted) continue;
      yield {
        range: file.range(as),
        message: `Write ${wanted}, like ${text}.`,
        fix: { title: `Write ${wanted}`, edits: [{ range: file.range(as), newText: wanted }], safe: true },
      };
    }
  },
};

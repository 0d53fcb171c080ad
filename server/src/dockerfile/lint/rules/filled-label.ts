import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { labels } from '../labels.ts';

export const filledLabel: Rule<DockerfileFile> = {
  id: 'filled-label',
  summary: 'Give the labels of the schema a value',
  rationale: `A label that \`label-schema\` in \`.hadolint.yaml\` names is there to be read. An empty one says nothing.

A value that is a variable is looked at only where the file says what it is.`,
  severity: 'warning',
  codes: ['DL3051'],
  scope: 'stage',
  examples: {
    around: { '.hadolint.yaml': 'label-schema:\n  vendor: text\n' },
    bad: ['FROM alpine:3.20\nLABEL vendor=""\n', 'FROM alpine:3.20\nARG VENDOR=\nLABEL vendor=$VENDOR\n'],
    good: ['FROM alpine:3.20\nLABEL vendor="Acme" note=""\n', 'FROM alpine:3.20\nARG VENDOR\nLABEL vendor=$VENDOR\n'],
  },
  *check(file) {
    const schema = file.config.labelSchema;
    if (Object.keys(schema).length === 0) return;
    for (const { name, value, assignment, place } of labels(file)) {
      if (schema[name] === undefined || value !== '') continue;
      yield {
        range: file.range({ start: assignment.start, end: place.end }),
        message: `The label ${name} is empty. Give it a value.`,
      };
    }
  },
};

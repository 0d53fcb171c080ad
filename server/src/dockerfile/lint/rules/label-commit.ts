import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { wrongLabels } from '../labels.ts';

export const labelCommit: Rule<DockerfileFile> = {
  id: 'label-commit',
  summary: 'Write labels of type hash as Git commits',
  rationale: `\`label-schema\` in \`.hadolint.yaml\` says which labels name a Git commit: its hash in lower case, whole (40
characters) or as Git shortens it (7).`,
  severity: 'warning',
  codes: ['DL3055'],
  scope: 'stage',
  examples: {
    around: { '.hadolint.yaml': 'label-schema:\n  org.opencontainers.image.revision: hash\n' },
    bad: ['FROM alpine:3.20\nLABEL org.opencontainers.image.revision=main\n'],
    good: [
      'FROM alpine:3.20\nLABEL org.opencontainers.image.revision=4f1e2d3\n',
      'FROM alpine:3.20\nARG COMMIT\nLABEL org.opencontainers.image.revision=$COMMIT\n',
    ],
  },
  *check(file) {
    const isRight = (value: string): boolean => /^([0-9a-f]{40}|[0-9a-f]{7})$/.test(value);
    for (const { name, place } of wrongLabels(file, { type: 'hash', isRight }))
      yield {
        range: file.range(place),
        message: `The label ${name} must be a Git commit: 7 or 40 characters of 0-9 and a-f.`,
      };
  },
};

import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { wrongLabels } from '../labels.ts';

export const labelUrl: Rule<DockerfileFile> = {
  id: 'label-url',
  summary: 'Write labels of type url as URLs',
  rationale: `\`label-schema\` in \`.hadolint.yaml\` says which labels hold a URL. One has a scheme: \`https://example.com/\`.`,
  severity: 'warning',
  codes: ['DL3052'],
  scope: 'stage',
  examples: {
    around: { '.hadolint.yaml': 'label-schema:\n  org.opencontainers.image.url: url\n' },
    bad: ['FROM alpine:3.20\nLABEL org.opencontainers.image.url=example.com\n'],
    good: ['FROM alpine:3.20\nLABEL org.opencontainers.image.url=https://example.com/\n'],
  },
  *check(file) {
    for (const { name, value, place, assignment } of wrongLabels(file, { type: 'url', isRight: isUrl })) {
      const host = /^[\w-]+(\.[\w-]+)+(:\d+)?(\/\S*)?$/.test(value) && assignment.value?.includes('$') !== true;
      const at = place.start + (/^["']/.test(assignment.value ?? '') ? 1 : 0);
      yield {
        range: file.range(place),
        message: `The label ${name} must be a URL, with its scheme: https://…`,
        ...(host && {
          fix: {
            title: 'Put https:// before it',
            edits: [{ range: file.range({ start: at, end: at }), newText: 'https://' }],
            safe: false,
          },
        }),
      };
    }
  },
};

/** RFC 3986: a scheme, and nothing that would have to be escaped. */
function isUrl(value: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/i.test(value) && !/%(?![0-9a-f]{2})/i.test(value);
}

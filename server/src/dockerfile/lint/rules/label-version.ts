import type { Finding, Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { requoted, wrongLabels, type Label } from '../labels.ts';

export const labelVersion: Rule<DockerfileFile> = {
  id: 'label-version',
  summary: 'Write labels of type semver as semantic versions',
  rationale: `\`label-schema\` in \`.hadolint.yaml\` says which labels hold a version. A [semantic version](https://semver.org)
has three numbers: \`1.2.0\`, \`2.0.0-rc.1\`. Tools that sort by version do not agree about \`v1.2\`.`,
  severity: 'warning',
  codes: ['DL3056'],
  scope: 'stage',
  examples: {
    around: { '.hadolint.yaml': 'label-schema:\n  org.opencontainers.image.version: semver\n' },
    bad: ['FROM alpine:3.20\nLABEL org.opencontainers.image.version="v1.2"\n'],
    good: ['FROM alpine:3.20\nLABEL org.opencontainers.image.version="1.2.0-rc.1+build.7"\n'],
  },
  *check(file) {
    for (const label of wrongLabels(file, { type: 'semver', isRight: isVersion }))
      yield {
        range: file.range(label.place),
        message: `The label ${label.name} must be a semantic version, like 1.2.0.`,
        ...completed(file, label),
      };
  },
};

function isVersion(value: string): boolean {
  const number = String.raw`(?:0|[1-9]\d*)`;
  const tag = String.raw`(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)`;
  const core = `${number}\\.${number}\\.${number}`;
  return new RegExp(`^${core}(-${tag}(\\.${tag})*)?(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?$`).test(value);
}

/** Without a `v`, and with the numbers that are missing as 0. */
function completed(
  file: DockerfileFile,
  { value, assignment, place }: Label & { readonly value: string },
): Pick<Finding, 'fix'> {
  const [, major, minor = '0', patch = '0', rest = ''] =
    /^[vV]?(\d+)(?:\.(\d+))?(?:\.(\d+))?([-+].*)?$/.exec(value) ?? [];
  const full = `${major ?? ''}.${minor}.${patch}${rest}`;
  if (!isVersion(full) || assignment.value?.includes('$') === true) return {};
  const edits = [{ range: file.range(place), newText: requoted(assignment.value, full) }];
  return { fix: { title: `Write ${full}`, edits, safe: false } };
}

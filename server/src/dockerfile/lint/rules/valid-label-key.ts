import type { Finding, Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { labels, requoted } from '../labels.ts';

export const validLabelKey: Rule<DockerfileFile> = {
  id: 'valid-label-key',
  summary: 'Write label keys in lower case, with dots and hyphens',
  rationale: `Docker asks for [label keys](https://docs.docker.com/engine/manage-resources/labels/#key-format-recommendations)
of lower-case letters, digits, dots and hyphens that begin with a letter, end with a letter or digit, and do not double
a dot or hyphen. \`com.docker.\`, \`io.docker.\` and \`org.dockerproject.\` are Docker's own.

Unlike hadolint, which takes an underscore for right, it is reported too: Docker does not name it.`,
  severity: 'style',
  codes: ['DL3048'],
  scope: 'stage',
  examples: {
    bad: [
      'FROM alpine:3.20\nLABEL Build_Date=2026-01-31\n',
      'FROM alpine:3.20\nLABEL com.docker.note="no"\n',
      'FROM alpine:3.20\nLABEL "app..name"="x"\n',
    ],
    good: ['FROM alpine:3.20\nLABEL org.opencontainers.image.title="x" maintainer="ada@example.com"\n'],
  },
  *check(file) {
    for (const { step, name, assignment } of labels(file)) {
      const fault = faultOf(name);
      if (fault === undefined) continue;
      const fixed = mended(name);
      const written = step.textOf(assignment);
      const change: Pick<Finding, 'fix'> =
        faultOf(fixed) === undefined && !step.assignments.some((other) => other.name === fixed)
          ? {
              fix: {
                title: `Rename to ${fixed}`,
                edits: [{ range: file.range(assignment), newText: requoted(written, fixed) }],
                safe: false,
              },
            }
          : {};
      yield {
        range: file.range(assignment),
        message: `The label key ${name} ${fault}.`,
        ...(faultOf(name.replaceAll(/(?<=[a-z0-9])_+(?=[a-z0-9])/g, 'x')) === undefined && { codes: [] }),
        ...change,
      };
    }
  },
};

function faultOf(key: string): string | undefined {
  if (/[^a-z0-9.-]/.test(key)) return 'has other characters than a-z, 0-9, dots and hyphens';
  if (!/^[a-z]/.test(key)) return 'does not begin with a letter';
  if (!/[a-z0-9]$/.test(key)) return 'does not end with a letter or digit';
  if (/\.\.|--/.test(key)) return 'has doubled dots or hyphens';
  if (/^(com\.docker|io\.docker|org\.dockerproject)\./.test(key)) return 'is in a namespace that is Docker’s own';
  return undefined;
}

/** The nearest key that may be right. */
function mended(key: string): string {
  // A variable is part of no key.
  if (key.includes('$')) return key;
  return key
    .replaceAll(/([a-z0-9])([A-Z])(?=[a-z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/-{2,}/g, '-')
    .replaceAll(/\.{2,}/g, '.')
    .replaceAll(/^[^a-z]+|[^a-z0-9]+$/g, '');
}

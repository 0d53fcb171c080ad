import { closest } from '../../../lint/closest.ts';
import type { Finding, Rule } from '../../../lint/rule.ts';
import { licenseIds } from '../../reference/licenses.data.ts';
import type { DockerfileFile } from '../file.ts';
import { requoted, wrongLabels, type Label } from '../labels.ts';

export const labelLicense: Rule<DockerfileFile> = {
  id: 'label-license',
  summary: 'Write labels of type spdx as SPDX license identifiers',
  rationale: `\`label-schema\` in \`.hadolint.yaml\` says which labels name a license. Tools that check licenses know them
by their [SPDX](https://spdx.org/licenses) identifiers: \`Apache-2.0\`, not \`Apache License 2\`.

hadolint takes a single identifier only. Here expressions of several are fine, too, since that is what
\`org.opencontainers.image.licenses\` is defined to hold: \`MIT OR Apache-2.0\`, \`GPL-2.0-only WITH Classpath-exception-2.0\`.`,
  severity: 'warning',
  codes: ['DL3054'],
  scope: 'stage',
  examples: {
    around: { '.hadolint.yaml': 'label-schema:\n  org.opencontainers.image.licenses: spdx\n' },
    bad: [
      'FROM alpine:3.20\nLABEL org.opencontainers.image.licenses=Apache2\n',
      'FROM alpine:3.20\nLABEL org.opencontainers.image.licenses="mit"\n',
    ],
    good: [
      'FROM alpine:3.20\nLABEL org.opencontainers.image.licenses=Apache-2.0\n',
      'FROM alpine:3.20\nLABEL org.opencontainers.image.licenses="MIT OR (Apache-2.0 AND LicenseRef-own)"\n',
    ],
  },
  *check(file) {
    const known = new Set(licenseIds);
    const isRight = (value: string): boolean => isExpression(value, known);
    for (const label of wrongLabels(file, { type: 'spdx', isRight })) {
      const meant = closest(label.value, licenseIds);
      yield {
        range: file.range(label.place),
        message: `The label ${label.name} must be an SPDX license identifier.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
        ...(meant !== undefined && { fix: change(file, label, meant) }),
      };
    }
  },
};

function change(
  file: DockerfileFile,
  { value, assignment, place }: Label & { readonly value: string },
  meant: string,
): NonNullable<Finding['fix']> {
  return {
    title: `Change to ${meant}`,
    edits: [{ range: file.range(place), newText: requoted(assignment.value, meant) }],
    safe: meant.toLowerCase() === value.toLowerCase() && assignment.value?.includes('$') !== true,
  };
}

/** The grammar of SPDX expressions; a parenthesis that is not closed makes it none. */
function isExpression(value: string, known: ReadonlySet<string>): boolean {
  const words = value.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const single = (): boolean => {
    const word = words[at] ?? '';
    at += 1;
    if (word === '(') {
      const inner = list();
      at += 1;
      return inner && words[at - 1] === ')';
    }
    if (!known.has(word.replace(/\+$/, '')) && !/^(DocumentRef-[\w.-]+:)?LicenseRef-[\w.-]+$/.test(word)) return false;
    if (words[at] !== 'WITH') return true;
    at += 2;
    return /^[\w.-]+$/.test(words[at - 1] ?? '');
  };
  const list = (): boolean => {
    if (!single()) return false;
    while (words[at] === 'AND' || words[at] === 'OR') {
      at += 1;
      if (!single()) return false;
    }
    return true;
  };
  return list() && at === words.length;
}

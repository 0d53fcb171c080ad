import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { unpinned } from '../packages/pins.ts';
import { dnf } from '../packages/rpm.ts';

export const pinDnfVersions: Rule<DockerfileFile> = {
  id: 'pin-dnf-versions',
  summary: 'Pin the versions of dnf packages',
  rationale: `\`dnf install name\` takes whatever the repositories have on the day of the build. \`name-version\` names one release, and
\`module install name:stream\` one stream. The same goes for \`microdnf\` and \`dnf5\`.

The finding stands on the first package without a version and names all of them. Files, addresses and groups are not
reported, nor what a variable holds as a whole. A variable in the place of the version (\`git-$VERSION\`) has to be set: by
an \`ARG\`, by an \`ENV\` that reaches this stage, or in the same \`RUN\`. Unlike hadolint, a number in the middle of a name
(\`java-17-openjdk\`) is not taken for a version.`,
  severity: 'warning',
  codes: ['DL3041'],
  examples: {
    bad: ['FROM fedora:42\nRUN dnf install -y httpd && dnf clean all\n'],
    good: [
      'FROM fedora:42\nRUN dnf install -y httpd-2.4.63 && dnf clean all\n',
      'FROM fedora:42\nRUN dnf install -y "@development-tools" https://example.com/tool.rpm && dnf clean all\n',
    ],
  },
  check: (file) => unpinned(file, dnf),
};

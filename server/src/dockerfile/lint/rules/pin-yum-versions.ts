import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { unpinned } from '../packages/pins.ts';
import { yum } from '../packages/rpm.ts';

export const pinYumVersions: Rule<DockerfileFile> = {
  id: 'pin-yum-versions',
  summary: 'Pin the versions of yum packages',
  rationale: `\`yum install name\` takes whatever the repositories have on the day of the build. \`name-version\` names one release, and
\`module install name:stream\` one stream.

The finding stands on the first package without a version and names all of them. Files, addresses and groups are not
reported, nor what a variable holds as a whole. A variable in the place of the version (\`git-$VERSION\`) has to be set: by
an \`ARG\`, by an \`ENV\` that reaches this stage, or in the same \`RUN\`. Unlike hadolint, a number in the middle of a name
(\`java-17-openjdk\`) is not taken for a version.`,
  severity: 'warning',
  codes: ['DL3033'],
  examples: {
    bad: ['FROM centos:7\nRUN yum install -y httpd && yum clean all\n'],
    good: [
      'FROM centos:7\nRUN yum install -y httpd-2.4.6 && yum clean all\n',
      'FROM centos:8\nRUN yum module install -y nodejs:18 && yum clean all\n',
    ],
  },
  check: (file) => unpinned(file, yum),
};

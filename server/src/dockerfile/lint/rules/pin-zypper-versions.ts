import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { unpinned } from '../packages/pins.ts';
import { zypper } from '../packages/zypper.ts';

export const pinZypperVersions: Rule<DockerfileFile> = {
  id: 'pin-zypper-versions',
  summary: 'Pin the versions of zypper packages',
  rationale: `\`zypper install name\` takes whatever the repositories have on the day of the build. \`name=version\` names one release;
\`"name>=version"\` and its like, in quotes, bound it.

The finding stands on the first package without a version and names all of them. Files, addresses, patterns and what a
variable holds are not reported.`,
  severity: 'warning',
  codes: ['DL3037'],
  scope: 'step',
  examples: {
    bad: ['FROM opensuse/leap:15.6\nRUN zypper -n install httpd && zypper clean --all\n'],
    good: [
      'FROM opensuse/leap:15.6\nRUN zypper -n install httpd=2.4.24 "git>=2.43" && zypper clean --all\n',
      'FROM opensuse/leap:15.6\nRUN zypper -n install -t pattern devel_basis && zypper clean --all\n',
    ],
  },
  check: (file) => unpinned(file, zypper),
};

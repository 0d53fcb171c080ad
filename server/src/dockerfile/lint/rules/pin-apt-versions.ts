import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { aptGet } from '../packages/apt.ts';
import { unpinned } from '../packages/pins.ts';

export const pinAptVersions: Rule<DockerfileFile> = {
  id: 'pin-apt-versions',
  summary: 'Pin the versions of apt packages',
  rationale: `\`apt-get install name\` takes whatever the archive has on the day of the build. With \`name=version\` the same
Dockerfile gives the same image, and a changed package fails the build instead of changing the program in silence.

The finding stands on the first package without a version and names all of them. A version may end in a wildcard
(\`curl=7.88.*\`). Packages from a file, with a release (\`name/bookworm\`), or held in a variable are not reported.`,
  severity: 'warning',
  codes: ['DL3008'],
  scope: 'step',
  examples: {
    bad: ['FROM debian:12\nRUN apt-get update && apt-get install -y \\\n    ca-certificates \\\n    curl=7.88.*\n'],
    good: [
      'FROM debian:12\nRUN apt-get update && apt-get install -y curl=7.88.*\n',
      'FROM debian:12\nRUN apt-get install -y -t bookworm-backports ./tool.deb\n',
    ],
  },
  check: (file) => unpinned(file, aptGet),
};

import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { apk } from '../packages/apk.ts';
import { unpinned } from '../packages/pins.ts';

export const pinApkVersions: Rule<DockerfileFile> = {
  id: 'pin-apk-versions',
  summary: 'Pin the versions of apk packages',
  rationale: `\`apk add name\` takes whatever the branch has on the day of the build. \`name=version\` names one release, \`name~version\`
any of a series (\`curl~8.9\`), which outlives the patches that Alpine replaces without keeping the old ones.

The finding stands on the first package without a version and names all of them. Packages from a file or held in a
variable are not reported; a repository tag (\`name@edge\`) is no version.`,
  severity: 'warning',
  codes: ['DL3018'],
  scope: 'step',
  examples: {
    bad: ['FROM alpine:3.20\nRUN apk add --no-cache curl~8.9 git\n'],
    good: [
      'FROM alpine:3.20\nRUN apk add --no-cache curl~8.9 "git>=2.45"\n',
      'FROM alpine:3.20\nRUN apk add --no-cache --virtual .build gcc=13.2.1_git20240309-r0\n',
    ],
  },
  check: (file) => unpinned(file, apk),
};

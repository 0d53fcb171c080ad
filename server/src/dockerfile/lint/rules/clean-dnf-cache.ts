import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { uncleaned } from '../packages/cache.ts';
import { dnf } from '../packages/rpm.ts';

export const cleanDnfCache: Rule<DockerfileFile> = {
  id: 'clean-dnf-cache',
  summary: 'Empty the cache of dnf in the RUN that filled it',
  rationale: `\`dnf\` keeps the metadata of its repositories, and may keep packages, in \`/var/cache\`. They are of no use in the image, and
only the same \`RUN\` can take them away again: a later one hides them, but the layer keeps them.

A cache or tmpfs mount on the folder keeps them out of the layer as well. Unlike hadolint, every verb that fills the cache
counts, and it has to be emptied after the last of them.

Only the last stage and those that another stage continues are reported, since the layers of the others are not shipped;
and \`ONBUILD\`, which runs in a stage to come.`,
  severity: 'warning',
  codes: ['DL3040'],
  scope: 'stage',
  examples: {
    bad: ['FROM fedora:42\nRUN dnf install -y httpd-2.4.63\n'],
    good: [
      'FROM fedora:42\nRUN dnf install -y httpd-2.4.63 && dnf clean all\n',
      'FROM fedora:42\nRUN --mount=type=cache,target=/var/cache/libdnf5 dnf install -y httpd-2.4.63\n',
    ],
  },
  check: (file) => uncleaned(file, dnf),
};

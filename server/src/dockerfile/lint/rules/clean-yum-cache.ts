import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { uncleaned } from '../packages/cache.ts';
import { yum } from '../packages/rpm.ts';

export const cleanYumCache: Rule<DockerfileFile> = {
  id: 'clean-yum-cache',
  summary: 'Empty the cache of yum in the RUN that filled it',
  rationale: `\`yum\` keeps the metadata of its repositories, and may keep packages, in \`/var/cache/yum\`. They are of no use in the image, and
only the same \`RUN\` can take them away again: a later one hides them, but the layer keeps them.

A cache or tmpfs mount on the folder keeps them out of the layer as well. Unlike hadolint, every verb that fills the cache
counts, and it has to be emptied after the last of them.

Only the last stage and those that another stage continues are reported, since the layers of the others are not shipped;
and \`ONBUILD\`, which runs in a stage to come.`,
  severity: 'warning',
  codes: ['DL3032'],
  scope: 'stage',
  examples: {
    bad: ['FROM centos:7\nRUN yum install -y httpd-2.4.6\n'],
    good: [
      'FROM centos:7\nRUN yum install -y httpd-2.4.6 && yum clean all\n',
      'FROM centos:7\nRUN yum install -y httpd-2.4.6 && rm -rf /var/cache/yum\n',
    ],
  },
  check: (file) => uncleaned(file, yum),
};

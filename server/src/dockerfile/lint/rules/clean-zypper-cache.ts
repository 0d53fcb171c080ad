import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { uncleaned } from '../packages/cache.ts';
import { zypper } from '../packages/zypper.ts';

export const cleanZypperCache: Rule<DockerfileFile> = {
  id: 'clean-zypper-cache',
  summary: 'Empty the cache of zypper in the RUN that filled it',
  rationale: `\`zypper\` keeps the metadata of its repositories, and may keep packages, in \`/var/cache/zypp\`. They are of no use in the image, and
only the same \`RUN\` can take them away again: a later one hides them, but the layer keeps them.

A cache or tmpfs mount on the folder keeps them out of the layer as well. Unlike hadolint, every verb that fills the cache
counts, and it has to be emptied after the last of them.

Only the last stage and those that another stage continues are reported, since the layers of the others are not shipped;
and \`ONBUILD\`, which runs in a stage to come.

The fix cleans with \`--all\`: without it the metadata stays.`,
  severity: 'warning',
  codes: ['DL3036'],
  scope: 'stage',
  examples: {
    bad: ['FROM opensuse/leap:15.6\nRUN zypper -n install httpd=2.4.24\n'],
    good: [
      'FROM opensuse/leap:15.6\nRUN zypper -n install httpd=2.4.24 && zypper clean --all\n',
      'FROM opensuse/leap:15.6\nRUN --mount=type=cache,target=/var/cache/zypp zypper -n install httpd=2.4.24\n',
    ],
  },
  check: (file) => uncleaned(file, zypper),
};

import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { apt } from '../packages/apt.ts';
import { uncleaned } from '../packages/cache.ts';

export const cleanAptLists: Rule<DockerfileFile> = {
  id: 'clean-apt-lists',
  summary: 'Delete the apt lists in the RUN that fetched them',
  rationale: `\`apt-get update\` leaves some 20 MB of package lists in its layer. They are of no use in the image, and only
the same \`RUN\` can take them away again: a later one hides them, but the layer keeps them.

A cache or tmpfs mount on the lists keeps them out of the layer as well. Unlike hadolint, the lists have
to be deleted after the last \`apt-get update\` of the \`RUN\`, not before it.

Only the last stage and those that another stage continues are reported, since the layers of the others are not shipped;
and \`ONBUILD\`, which runs in a stage to come.`,
  severity: 'info',
  codes: ['DL3009'],
  scope: 'stage',
  examples: {
    bad: ['FROM debian:12\nRUN apt-get update && apt-get install -y curl=7.88.*\n'],
    good: [
      'FROM debian:12\nRUN apt-get update && apt-get install -y curl=7.88.* && rm -rf /var/lib/apt/lists/*\n',
      'FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt apt-get update && apt-get install -y curl=7.88.*\n',
      'FROM debian:12 AS build\nRUN apt-get update\nFROM scratch\nCOPY --from=build /bin/true /true\n',
    ],
  },
  check: (file) => uncleaned(file, apt),
};

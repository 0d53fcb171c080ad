import type { Rule } from '../../../lint/rule.ts';
import { firstOf } from '../../model/stage.ts';
import type { DockerfileFile } from '../file.ts';

export const noRootCopy: Rule<DockerfileFile> = {
  id: 'no-root-copy',
  summary: 'Copy what is needed, not a whole file system',
  rationale: `\`COPY --from=build / /\` takes over everything, caches and build tools too, and writes over the files of the base image.

Unlike in hadolint, a stage that starts from \`scratch\` may do it: that is how an image is made into one layer.`,
  severity: 'warning',
  codes: ['DL3067'],
  scope: 'stage',
  examples: {
    bad: ['FROM golang:1.23 AS build\nFROM alpine:3.20\nCOPY --from=build / /\n'],
    good: [
      'FROM golang:1.23 AS build\nFROM alpine:3.20\nCOPY --from=build /app /\n',
      'FROM alpine:3.20 AS build\nFROM scratch\nCOPY --from=build / /\n',
    ],
  },
  *check(file) {
    for (const step of file.all('COPY')) {
      const from = step.flag('from');
      const [source, target, ...more] = step.json ?? step.words;
      if (step.onbuild || from === undefined || source === undefined || target === undefined || more.length > 0)
        continue;
      if (!isRoot(source.text) || !isRoot(target.text) || firstOf(step.stage).base === 'scratch') continue;
      yield {
        range: file.range({ start: source.start, end: target.end }),
        message: `Everything in ${from.value ?? 'the stage'} is copied over the file system. Name the files that are needed.`,
      };
    }
  },
};

function isRoot(path: string): boolean {
  return /^(["']?)\/\1$/.test(path);
}

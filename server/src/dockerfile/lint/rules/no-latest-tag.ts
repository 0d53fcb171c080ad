import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';

export const noLatestTag: Rule<DockerfileFile> = {
  id: 'no-latest-tag',
  summary: 'Name a version instead of latest',
  rationale: `\`latest\` is another image tomorrow than today, and nothing in the file says which one a build used. Name the version
that the build was made for, or add the digest, which then counts instead of the tag.`,
  severity: 'warning',
  codes: ['DL3007'],
  examples: {
    bad: ['FROM debian:latest\n', 'FROM registry.example.com:5000/acme/app:latest AS build\n'],
    good: [
      'FROM debian:12\n',
      'FROM debian:latest@sha256:1111111111111111111111111111111111111111111111111111111111111111\n',
    ],
  },
  *check(file) {
    for (const { image } of file.stages) {
      if (image === undefined) continue;
      const tag = /:latest(?=["']?$)/.exec(image.text);
      if (tag === null || image.text.includes('@')) continue;
      const name = image.text.slice(0, tag.index).replace(/^["']/, '');
      yield {
        range: file.range(image),
        message: `The tag latest of ${name} moves from day to day. Name the version you mean.`,
      };
    }
  },
};

import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { gem } from '../languagePackages/gem.ts';
import { unpinned } from '../languagePackages/pinVersions.ts';

export const pinGemVersions: Rule<DockerfileFile> = {
  id: 'pin-gem-versions',
  summary: 'Pin the versions of Ruby gems',
  rationale: `\`gem install name\` takes the newest version of the day. With \`name:version\`, or \`--version\` for all gems of
the command, the same Dockerfile gives the same image.

What follows \`--\` are settings for the gem's own build, not gems; nor are the values of options, which hadolint takes for
gems. Gems from a file, and names held in a variable, are not reported.`,
  severity: 'warning',
  codes: ['DL3028'],
  scope: 'step',
  examples: {
    bad: ['FROM ruby:3.4\nRUN gem install bundler\n'],
    good: ['FROM ruby:3.4\nRUN gem install bundler:2.6.2\n', "FROM ruby:3.4\nRUN gem install bundler -v '~> 2.6'\n"],
  },
  *check(file) {
    yield* unpinned(file, gem);
  },
};

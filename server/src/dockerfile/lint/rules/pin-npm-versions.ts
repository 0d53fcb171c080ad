import type { Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { npm } from '../languagePackages/npm.ts';
import { unpinned } from '../languagePackages/pinVersions.ts';

export const pinNpmVersions: Rule<DockerfileFile> = {
  id: 'pin-npm-versions',
  summary: 'Pin the versions of npm packages',
  rationale: `\`npm install name\` takes the newest version of the day. With \`name@version\` the same Dockerfile gives the same
image. \`npm install\` on its own installs what the project's lock file says; \`npm ci\` insists on it.

A tag counts as a version (\`npm@latest\`), as it does for hadolint. Not reported: tarballs, folders and addresses,
repositories with \`#commit\`, and names held in a variable. Unlike hadolint, \`npm i\` and \`npm add\` are looked at as well,
and the value of an option (\`--registry https://…\`) is not taken for a package.`,
  severity: 'warning',
  codes: ['DL3016'],
  scope: 'step',
  examples: {
    bad: ['FROM node:22\nRUN npm install --global pm2\n', 'FROM node:22\nRUN npm i -g serve\n'],
    good: ['FROM node:22\nRUN npm install --global pm2@5.4.3\n', 'FROM node:22\nRUN npm install --omit dev\n'],
  },
  *check(file) {
    yield* unpinned(file, npm);
  },
};

import type { Rule } from '../../../lint/rule.ts';
import { readImageReference } from '../../../workspace/imageReference.ts';
import { chain, type Stage } from '../../model/stage.ts';
import type { DockerfileFile } from '../file.ts';

export const nonRootImage: Rule<DockerfileFile> = {
  id: 'non-root-image',
  summary: 'Let the image run as another user than root',
  rationale: `Without \`USER\` the container runs as the base image's user, which is root for most official images. Whoever breaks out of
the program then owns the container. Some programs start as root and change the user themselves, so the rule is off unless
it is switched on.

Only the last stage is looked at, and only where its base image is \`scratch\` or an official one that is known to run as root;
not where the editor's engine has it, with another user.
A \`USER root\` that is written down is \`no-root-user\`'s matter.`,
  severity: 'off',
  codes: [],
  examples: {
    bad: ['FROM alpine:3.20\nCMD ["sh"]\n', 'FROM node:22 AS build\nFROM build\nCMD ["node"]\n'],
    good: [
      'FROM alpine:3.20\nUSER 1000\nCMD ["sh"]\n',
      'FROM node:22 AS build\nFROM gcr.io/distroless/nodejs22-debian12:nonroot\n',
    ],
  },
  *check(file) {
    const last = file.stages.at(-1);
    if (last?.from === undefined) return;
    const stages = chain(last);
    const base = stages.at(-1)?.base;
    if (stages.some(hasUser) || base === undefined || !runsAsRoot(base)) return;
    if (!/^((root|0)(:|$)|$)/.test(file.baseImage(last)?.user ?? '')) return;
    yield {
      range: file.range(last.image ?? last.from.keyword),
      message: `The image runs as root, as ${base} does. Switch to another user with USER.`,
      ...(/^node(:|@|$)/.test(base) && {
        fix: {
          title: 'End the stage as node',
          edits: [
            {
              range: file.range({ start: endOf(last), end: endOf(last) }),
              newText: `${file.eol}USER node`,
            },
          ],
          safe: false,
        },
      }),
    };
  },
};

function hasUser({ steps }: Stage): boolean {
  return steps.some(({ name }) => name === 'USER');
}

function endOf({ steps, from }: Stage): number {
  return steps.at(-1)?.end ?? from?.end ?? 0;
}

const official = new Set(
  (
    'alpine amazoncorretto archlinux buildpack-deps busybox bun caddy debian eclipse-temurin erlang fedora golang ' +
    'httpd maven mono nginx node openjdk oraclelinux perl php python rockylinux ruby rust sapmachine swift tomcat ubuntu'
  ).split(' '),
);

function runsAsRoot(base: string): boolean {
  if (base === 'scratch') return true;
  const image = readImageReference(base);
  return image?.registry === 'docker.io' && official.has(image.repository.replace(/^library\//, ''));
}

import type { Fix, Rule } from '../../../lint/rule.ts';
import type { DockerfileFile } from '../file.ts';
import { publishedVersions } from '../../../workspace/localTags.ts';

export const tagBaseImage: Rule<DockerfileFile> = {
  id: 'tag-base-image',
  summary: 'Tag the base image',
  rationale: `Without a tag or digest, \`FROM\` takes \`latest\`: another image tomorrow than today, and nothing says which one a
build used. Name the version that the build was made for.

Stages of the file, \`scratch\`, and images whose name holds a variable are not reported. The tags of the
image that the editor's engine has are offered, and those that its registry was asked for.`,
  severity: 'warning',
  codes: ['DL3006'],
  examples: {
    bad: ['FROM debian\nCMD ["bash"]\n', 'FROM ghcr.io/acme/app AS build\n'],
    good: [
      'FROM debian:12\n',
      'FROM debian@sha256:1111111111111111111111111111111111111111111111111111111111111111\n',
      'FROM scratch\n',
      'FROM node:22 AS build\nFROM build\n',
      'ARG BASE\nFROM $BASE\n',
    ],
  },
  *check(file) {
    for (const { image, parent } of file.stages) {
      if (image === undefined || parent !== undefined || image.text === 'scratch') continue;
      if (image.text.includes('$') || hasVersion(image.text) || file.isNamedContext(image.text)) continue;
      const [fix, ...alternatives] = tags(file, image.text).map((tag): Fix => ({
        title: `Say :${tag}`,
        edits: [{ range: file.range({ start: image.end, end: image.end }), newText: `:${tag}` }],
        safe: false,
      }));
      yield {
        range: file.range(image),
        message: `The image ${image.text} has no tag, so the newest one is taken. Name the version you mean.`,
        ...(fix && { fix, alternatives }),
      };
    }
  },
};

/** What the engine has, then what its registry has, the newest first; at last what the missing tag means. */
function tags(file: DockerfileFile, image: string): string[] {
  const known = file.image(image);
  const local = known?.tags.flatMap(({ tag }) => (tag === 'latest' ? [] : [tag])) ?? [];
  return [...[...new Set([...local, ...publishedVersions(known)])].slice(0, mostTags), 'latest'];
}

/** More than these are for completion. */
const mostTags = 3;

/** A digest, or a tag: a colon after the last slash (one before it is a registry's port). */
function hasVersion(image: string): boolean {
  return image.includes('@') || image.slice(image.lastIndexOf('/') + 1).includes(':');
}

import type { Finding, Fix, Rule } from '../../../lint/rule.ts';
import { pinDigest } from '../../images/pin.ts';
import type { Stage } from '../../model/stage.ts';
import type { DockerfileFile } from '../file.ts';
import { localTag, publishedVersions } from '../../../workspace/localTags.ts';

export const noLatestTag: Rule<DockerfileFile> = {
  id: 'no-latest-tag',
  summary: 'Name a version instead of latest',
  rationale: `\`latest\` is another image tomorrow than today, and nothing in the file says which one a build used. Name the version
that the build was made for, or add the digest, which then counts instead of the tag.

Where the editor's engine has the image, its other tags and its digest are offered; so is the newest version, if its
registry was asked for tags.`,
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
    for (const stage of file.stages) {
      const { image } = stage;
      if (image === undefined) continue;
      const tag = /:latest(?=["']?$)/.exec(image.text);
      if (tag === null || image.text.includes('@')) continue;
      const name = image.text.slice(0, tag.index).replace(/^["']/, '');
      yield {
        range: file.range(image),
        message: `The tag latest of ${name} moves from day to day. Name the version you mean.`,
        ...fixes(file, { stage, tagAt: tag.index + 1 }),
      };
    }
  },
};

const mostTags = 3;

/** The tags that the engine has for the very same image, the newest version that the registry was seen to have, and the digest. */
function fixes(
  file: DockerfileFile,
  { stage: { from, image, base }, tagAt }: { readonly stage: Stage; readonly tagAt: number },
): Pick<Finding, 'fix' | 'alternatives'> {
  const known = file.image(base);
  const latest = base === undefined ? undefined : localTag(base, known);
  if (from === undefined || image === undefined || known === undefined) return {};
  const range = file.range(from.within(image, tagAt, 'latest'.length));
  const say = (tag: string, more = ''): Fix => ({
    title: `Say :${tag}${more}`,
    edits: [{ range, newText: tag }],
    safe: false,
  });
  const same = known.tags.filter(({ id, tag }) => id === latest?.id && tag !== 'latest').map(({ tag }) => tag);
  const newest = publishedVersions(known).find((tag) => !same.includes(tag));
  const [fix, ...others] = [
    ...same.slice(0, mostTags).map((tag) => say(tag, ', the same image')),
    ...(newest === undefined ? [] : [say(newest)]),
  ];
  const pin = pinDigest(file.document, image, known);
  return { ...(fix && { fix }), alternatives: [...others, ...(pin ? [pin] : [])] };
}

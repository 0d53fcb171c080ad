import type { Finding, Rule } from '../../../lint/rule.ts';
import { imageOf } from '../../images/names.ts';
import { removeDigest } from '../../images/pin.ts';
import type { StageReference } from '../../model/stageReferences.ts';
import type { DockerfileFile } from '../file.ts';
import { localTag, shortDigest } from '../../../workspace/localTags.ts';

const [older, newer] = ['1', '2'].map((digit) => `sha256:${digit.repeat(64)}`) as [string, string];

export const currentDigest: Rule<DockerfileFile> = {
  id: 'current-digest',
  summary: 'Keep a pinned digest up to date',
  rationale: `Where an image has a tag and a digest, only the digest counts: the tag may have moved on, with all its security updates,
and the build does not notice.

What is pinned is compared with the image that the editor's engine has under the tag, and with nothing on the command line or
while no engine is connected. Nothing is said where the engine has both, and the pinned one is the newer one.
Whether the local image is the newest of its tag, only its registry knows: pull the tag before you update the digest.`,
  severity: 'style',
  codes: [],
  examples: {
    images: [
      {
        reference: `node:22@${older}`,
        published: [],
        tags: [{ tag: '22', id: 'sha256:22', digests: [newer], created: '2026-01-31T12:00:00.000Z' }],
      },
    ],
    bad: [`FROM node:22@${older}\n`],
    good: [`FROM node:22@${newer}\n`, `FROM node:20@${older}\n`, `FROM node@${older}\n`],
  },
  *check(file) {
    for (const reference of file.references) {
      const finding = inspect(file, reference);
      if (finding) yield finding;
    }
  },
};

function inspect(file: DockerfileFile, reference: StageReference): Finding | undefined {
  const { text, start, end } = reference;
  const known = file.image(text);
  const { tag, digest } = (known && imageOf(reference)) ?? {};
  if (known === undefined || tag === undefined || digest === undefined) return undefined;
  const local = localTag(text, known);
  const [current] = local?.digests ?? [];
  if (local === undefined || current === undefined || local.digests.includes(digest)) return undefined;
  // Of two that are here, the other one may be a leftover of the tag.
  if (known.image && (known.image.id === local.id || known.image.created >= local.created)) return undefined;
  const name = text.slice(0, text.indexOf('@'));
  const at = start + file.source.text.slice(start, end).indexOf('@') + 1;
  const range = file.range({ start: at, end });
  const unpinned = removeDigest(file.document, reference);
  return {
    range,
    message: `${name} is pinned to ${shortDigest(digest)}, but here it is ${shortDigest(current)}. Update the digest, or pull the tag again.`,
    fix: { title: `Update the digest to ${shortDigest(current)}`, edits: [{ range, newText: current }], safe: false },
    ...(unpinned && { alternatives: [unpinned] }),
  };
}

import type { ImageInUse } from '../../protocol/requests.ts';
import type { Fix } from '../../lint/rule.ts';
import type { DockerfileDocument } from '../document.ts';
import { readImageReference } from '../../workspace/imageReference.ts';
import { localTag } from '../../workspace/localTags.ts';

/** A place that names an image. Offsets are the document's. */
export interface ImagePlace {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Adds the digest that the engine knows for the image; `undefined` when it knows none. Not safe: new images of the tag do not count then. */
export function pinDigest(
  { text }: DockerfileDocument,
  place: ImagePlace,
  image: ImageInUse | undefined,
): Fix | undefined {
  const [digest] = localTag(place.text, image)?.digests ?? [];
  if (digest === undefined || place.text.includes('@')) return undefined;
  const end = text.positionAt(place.end);
  return {
    title: `Pin ${place.text} to its digest`,
    edits: [{ range: { start: end, end }, newText: `@${digest}` }],
    safe: false,
  };
}

/** Takes the digest away, so that the tag counts; `undefined` where there is no tag. Not safe: that may be another image. */
export function removeDigest({ text, content }: DockerfileDocument, place: ImagePlace): Fix | undefined {
  const at = content.slice(place.start, place.end).indexOf('@');
  const reference = readImageReference(place.text);
  if (at < 0 || reference?.tag === undefined) return undefined;
  const range = { start: text.positionAt(place.start + at), end: text.positionAt(place.end) };
  return { title: 'Remove the digest', edits: [{ range, newText: '' }], safe: false };
}

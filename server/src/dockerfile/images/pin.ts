import type { ImageInUse, LocalTag } from '../../protocol/requests.ts';
import type { Fix } from '../../lint/rule.ts';
import type { DockerfileDocument } from '../document.ts';
import { readImageReference } from '../../workspace/imageReference.ts';

/** A place that names an image. Offsets are the document's. */
export interface ImagePlace {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What the engine has under the tag that a name has, or that Docker takes when it has none. */
export function localTag(name: string, image: ImageInUse | undefined): LocalTag | undefined {
  const reference = readImageReference(name);
  if (reference === undefined) return undefined;
  return image?.tags.find(({ tag }) => tag === (reference.tag ?? 'latest'));
}

/** The versions that the image's registry was seen to have, the newest first: no previews, no names, no variants. */
export function publishedVersions(image: ImageInUse | undefined): readonly string[] {
  return image?.published.filter((tag) => /^v?\d+(\.\d+)*$/.test(tag)) ?? [];
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

/** `sha256:` and so many digits that a person can tell it from another one. */
export function shortDigest(digest: string): string {
  return digest.replace(/^([^:]+:.{12}).+$/, '$1…');
}

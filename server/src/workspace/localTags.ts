import type { ImageInUse, LocalTag } from '../protocol/requests.ts';
import { readImageReference } from './imageReference.ts';

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

/** `sha256:` and so many digits that a person can tell it from another one. */
export function shortDigest(digest: string): string {
  return digest.replace(/^([^:]+:.{12}).+$/, '$1…');
}

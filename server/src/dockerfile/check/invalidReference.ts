import { divideReference, isImageId, partForms } from '../../workspace/imageReference.ts';

/** Why a text cannot name an image, and what to do; `undefined` when it can. */
export function invalidReference(text: string): { readonly message: string } | undefined {
  if (text.includes('://'))
    return { message: `${text} is a URL. An image is named without https://: registry.example.com/name:tag.` };
  if (isImageId(text))
    return { message: 'This is the id of an image. A build takes an image by its name, or name@sha256:….' };
  const { registry, repository, tag, digest } = divideReference(text);
  if (digest !== undefined && !partForms.digest.test(digest))
    return { message: 'After @ stands a digest: sha256: and 64 hexadecimal digits.' };
  if (registry !== undefined && !partForms.registry.test(registry))
    return { message: `${registry} cannot be the host of a registry.` };
  if (tag !== undefined && !partForms.tag.test(tag))
    return { message: 'After the colon stands a tag: letters, digits, "_", "." and "-", 128 at the most.' };
  if (partForms.repository.test(repository)) return undefined;
  const lower = repository.toLowerCase();
  return {
    message: partForms.repository.test(lower)
      ? `The name of an image is in lower case: ${lower}.`
      : `${text} cannot name an image: it has lower-case letters and digits, and ".", "_", "-" and "/" between them.`,
  };
}

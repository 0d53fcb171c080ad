import { basename, dirname } from 'node:path';

/** A tag for the image of a Dockerfile, by its folder's name and its own: `shop/Dockerfile.api` is `shop-api:latest`. */
export function suggestedTag(path: string): string {
  const file = basename(path);
  const own =
    /^(?:docker|container)file(?:\.(.+))?$/iu.exec(file)?.[1] ?? /^(.+)\.(?:docker|container)file$/iu.exec(file)?.[1];
  const parts = [basename(dirname(path)), own ?? ''].map(component).filter((part) => part !== '');
  return `${parts.join('-') || 'image'}:latest`;
}

/** A repository's name has lower-case letters and digits, with single separators between them. */
function component(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
}

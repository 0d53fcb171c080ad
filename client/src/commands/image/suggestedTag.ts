import { basename, dirname } from 'node:path';

/**
 * A tag for the image of a Dockerfile, by its folder's name and its own: `shop/Dockerfile.api` is `shop-api:latest`, and
 * `shop-api:test` up to its stage `test`.
 */
export function suggestedTag(path: string, stage = ''): string {
  const file = basename(path);
  const own =
    /^(?:docker|container)file(?:\.(.+))?$/iu.exec(file)?.[1] ?? /^(.+)\.(?:docker|container)file$/iu.exec(file)?.[1];
  const parts = [basename(dirname(path)), own ?? ''].map(component).filter((part) => part !== '');
  const tag = /^\d+$/u.test(stage) ? `stage-${stage}` : stage.toLowerCase();
  return `${parts.join('-') || 'image'}:${tag || 'latest'}`;
}

/** A repository's name has lower-case letters and digits, with single separators between them. */
function component(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
}

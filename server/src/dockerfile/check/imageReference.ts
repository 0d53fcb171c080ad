import type { Mistake } from './mistake.ts';

const domain = String.raw`(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[a-fA-F0-9:]+\])(?::\d+)?`;
const component = String.raw`[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*`;
const path = new RegExp(`^${component}(?:/${component})*$`);
const tag = /^\w[\w.-]{0,127}$/;
const digest = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
const host = new RegExp(`^${domain}$`);

/**
 * Why a text cannot name an image; `undefined` when it can.
 * @see https://github.com/distribution/reference
 */
export function invalidReference(text: string): Pick<Mistake, 'message'> | undefined {
  if (text.includes('://'))
    return { message: `${text} is a URL. An image is named without https://: registry.example.com/name:tag.` };
  const at = text.indexOf('@');
  if (at >= 0 && !digest.test(text.slice(at + 1)))
    return { message: 'After @ stands a digest: sha256: and 64 hexadecimal digits.' };
  const named = at < 0 ? text : text.slice(0, at);
  const slash = named.indexOf('/');
  const first = slash < 0 ? '' : named.slice(0, slash);
  const hasHost = /[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
  if (hasHost && !host.test(first)) return { message: `${first} cannot be the host of a registry.` };
  const rest = hasHost ? named.slice(slash + 1) : named;
  const colon = rest.indexOf(':');
  const name = colon < 0 ? rest : rest.slice(0, colon);
  if (colon >= 0 && !tag.test(rest.slice(colon + 1)))
    return { message: 'After the colon stands a tag: letters, digits, "_", "." and "-", 128 at the most.' };
  if (path.test(name)) return undefined;
  return {
    message: path.test(name.toLowerCase())
      ? `The name of an image is in lower case: ${name.toLowerCase()}.`
      : `${text} cannot name an image: it has lower-case letters and digits, and ".", "_", "-" and "/" between them.`,
  };
}

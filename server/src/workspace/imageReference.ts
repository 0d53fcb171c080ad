/** An image as `docker pull` reads it. */
export interface ImageReference {
  /** `docker.io` when none is written. */
  readonly registry: string;
  /** Without the registry: `library/debian` is `debian` when it is written so. */
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** The parts of a text that may name an image, as written, whether they are right or not. */
export interface ReferenceParts {
  readonly registry: string | undefined;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';

/**
 * The form of each part.
 * @see https://github.com/distribution/reference for the grammar
 */
export const partForms = {
  registry: new RegExp(String.raw`^(?:${label}(?:\.${label})*|\[[a-fA-F0-9:]+\])(?::\d+)?$`),
  repository: new RegExp(`^${component}(?:/${component})*$`),
  tag: /^\w[\w.-]{0,127}$/,
  digest: /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/,
} as const;

const partNames = ['registry', 'repository', 'tag', 'digest'] as const;

/** Divides a text at the first `/` where a registry stands before it, at the `:` of a tag and the `@` of a digest. */
export function divideReference(text: string): ReferenceParts {
  const at = text.indexOf('@');
  const named = at < 0 ? text : text.slice(0, at);
  const slash = named.indexOf('/');
  const registry = slash > 0 && isRegistry(named.slice(0, slash)) ? named.slice(0, slash) : undefined;
  const rest = registry === undefined ? named : named.slice(slash + 1);
  const colon = rest.indexOf(':');
  return {
    registry,
    repository: colon < 0 ? rest : rest.slice(0, colon),
    tag: colon < 0 ? undefined : rest.slice(colon + 1),
    digest: at < 0 ? undefined : text.slice(at + 1),
  };
}

/** Reads a reference to an image; `undefined` when it is none. */
export function readImageReference(text: string): ImageReference | undefined {
  if (isImageId(text)) return undefined;
  const parts = divideReference(text);
  const right = partNames.every((part) => parts[part] === undefined || partForms[part].test(parts[part]));
  return right ? { ...parts, registry: parts.registry ?? 'docker.io' } : undefined;
}

/** Whether a text is the id of an image, which a build cannot name. */
export function isImageId(text: string): boolean {
  return /^[a-f0-9]{64}$/.test(text);
}

/** Whether what stands before the first slash is a host and not a part of the name on Docker Hub. */
export function isRegistry(text: string): boolean {
  return /[.:]/.test(text) || text === 'localhost' || text !== text.toLowerCase();
}

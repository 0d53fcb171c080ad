/** An image as `docker pull` reads it. */
export interface ImageReference {
  /** `docker.io` when none is written. */
  readonly registry: string;
  /** Without the registry: `library/debian` is `debian` when it is written so. */
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const domain = String.raw`(?:(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*|\[[a-fA-F0-9:]+\])(?::\d+)?`;
const pattern = new RegExp(
  String.raw`^(?:(?<registry>${domain})/)?(?<repository>${component}(?:/${component})*)(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$`,
);

/**
 * Reads a reference to an image; `undefined` when it is none.
 * @see https://github.com/distribution/reference for the grammar
 */
export function readImageReference(text: string): ImageReference | undefined {
  // 64 hexadecimal digits are an image's id, which a build cannot name.
  if (/^[a-f0-9]{64}$/.test(text)) return undefined;
  const slash = text.indexOf('/');
  const first = text.slice(0, Math.max(slash, 0));
  const named = slash > 0 && isRegistry(first);
  const match = pattern.exec(named ? text : `docker.io/${text}`)?.groups;
  if (match === undefined) return undefined;
  const { registry = 'docker.io', repository = '', tag, digest } = match;
  return { registry, repository, tag, digest };
}

/** Whether what stands before the first slash is a host and not a part of the name on Docker Hub. */
export function isRegistry(text: string): boolean {
  return /[.:]/.test(text) || text === 'localhost' || text !== text.toLowerCase();
}

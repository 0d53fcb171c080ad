import { EngineError } from '../engine/error.ts';

/**
 * An image reference taken apart, by the grammar of the `distribution/reference` specification and Docker's short forms:
 * `nginx` is `docker.io/library/nginx`.
 */
export interface ImageReference {
  /** The registry's host with its port, `docker.io` for a name without one. */
  readonly host: string;
  /** The text itself names the registry. */
  readonly hasHost: boolean;
  /** The repository inside the registry: `library/nginx`, `team/web`. */
  readonly path: string;
  /** The repository as Docker shows it: `nginx`, `localhost:5000/team/web`. */
  readonly repository: string;
  readonly tag?: string;
  /** `sha256:…`. */
  readonly digest?: string;
}

/** The host that a name without a host stands for. */
export const hubHost = 'docker.io';

const longestPath = 255;
const component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const hostPattern =
  /^(?:(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestPattern = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;

/** Takes a reference apart; throws `EngineError` of kind `invalid` whose message says what is wrong with it. */
export function parseReference(text: string): ImageReference {
  const result = read(text);
  if (typeof result === 'string') throw new EngineError('invalid', result);
  return result;
}

/** What is wrong with a reference, as one sentence for an input box, or `undefined` when it is sound. */
export function referenceProblem(text: string): string | undefined {
  const result = read(text);
  return typeof result === 'string' ? result : undefined;
}

/** What is wrong with a tag by itself, or `undefined`. */
export function tagProblem(tag: string): string | undefined {
  if (tag === '') return 'A tag cannot be empty.';
  if (tag.length > 128) return `A tag has at most 128 characters; this one has ${tag.length}.`;
  if (tagPattern.test(tag)) return undefined;
  return 'A tag is made of letters, digits, “_”, “.” and “-”, and starts with none of the last two.';
}

/** Puts a reference together again: `repository[:tag][@digest]`. */
export function formatReference(reference: Pick<ImageReference, 'repository' | 'tag' | 'digest'>): string {
  const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
  const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
  return `${reference.repository}${tag}${digest}`;
}

/** The same reference with the tag that Docker takes when none is given. */
export function withDefaultTag(reference: ImageReference): ImageReference {
  return reference.tag !== undefined || reference.digest !== undefined ? reference : { ...reference, tag: 'latest' };
}

function read(text: string): ImageReference | string {
  if (text === '') return 'An image name cannot be empty.';
  if (/\s/.test(text)) return 'An image name has no spaces.';
  if (/^https?:\/\//.test(text)) return 'An image name starts with the registry’s host, without “https://”.';
  const at = text.indexOf('@');
  const named = at < 0 ? text : text.slice(0, at);
  const digest = at < 0 ? undefined : text.slice(at + 1);
  if (digest !== undefined && !digestPattern.test(digest)) {
    return 'After “@” a digest is expected: “sha256:” and 64 hexadecimal digits.';
  }
  const colon = named.lastIndexOf(':');
  const tagged = colon > named.lastIndexOf('/');
  const name = tagged ? named.slice(0, colon) : named;
  const tag = tagged ? named.slice(colon + 1) : undefined;
  if (/^[0-9a-f]{64}$/.test(name)) return 'This is an image id. A name is expected here.';
  const { host, path } = splitHost(name);
  if (host !== undefined && !hostPattern.test(host)) return `“${host}” is not a registry’s host name.`;
  const problem = pathProblem(path) ?? (tag === undefined ? undefined : tagProblem(tag));
  if (problem !== undefined) return problem;
  return assemble({ host, path, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) });
}

/** The first component is a host when it looks like one: it has a dot, a colon or a capital, or is `localhost`. */
function splitHost(name: string): { host: string | undefined; path: string } {
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const isHost = first === 'localhost' || /[.:A-Z]/.test(first);
  return isHost ? { host: first, path: name.slice(slash + 1) } : { host: undefined, path: name };
}

function pathProblem(path: string): string | undefined {
  if (path === '') return 'After the registry’s host a repository’s name is expected.';
  if (path.length > longestPath) {
    return `A repository’s name has at most ${longestPath} characters; this one has ${path.length}.`;
  }
  if (/[A-Z]/.test(path)) return 'A repository’s name is lower case.';
  const wrong = path.split('/').find((part) => !component.test(part));
  if (wrong === undefined) return undefined;
  if (wrong === '') return 'A repository’s name has no empty part between slashes.';
  return `“${wrong}” is not a repository’s name: lower-case letters and digits, with “.”, “_”, “__” or “-” between them.`;
}

function assemble(parts: { host: string | undefined; path: string; tag?: string; digest?: string }): ImageReference {
  const { host: written, path: writtenPath, ...rest } = parts;
  const host = written === undefined || written === 'index.docker.io' ? hubHost : written;
  const path = host === hubHost && !writtenPath.includes('/') ? `library/${writtenPath}` : writtenPath;
  const repository = host === hubHost ? path.replace(/^library\/(?=[^/]+$)/, '') : `${host}/${path}`;
  return { host, hasHost: written !== undefined, path, repository, ...rest };
}

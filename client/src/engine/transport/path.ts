import { EngineError } from '../error.ts';

/** A container's id or name as one segment of a path. Throws `invalid` for what cannot be one. */
export function idSegment(id: string): string {
  if (!/^\w[\w.-]*$/.test(id)) throw new EngineError('invalid', `"${id}" is not a container's id or name.`);
  return encodeURIComponent(id);
}

/** An image's id or reference as the part of a path it is in the engine's routes: slashes stay, the rest is escaped. */
export function referencePath(reference: string): string {
  const segments = reference.split('/');
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..'))
    throw new EngineError('invalid', `"${reference}" is not an image's id or reference.`);
  return segments.map((segment) => encodeURIComponent(segment).replaceAll('%3A', ':').replaceAll('%40', '@')).join('/');
}

/** Takes an image reference apart; `tag` is a digest when the reference has one, as the engine's routes want it. */
export function splitReference(reference: string): { repository: string; tag: string | undefined } {
  const at = reference.indexOf('@');
  const named = at < 0 ? reference : reference.slice(0, at);
  const colon = named.lastIndexOf(':');
  const hasTag = colon > named.lastIndexOf('/');
  const repository = hasTag ? named.slice(0, colon) : named;
  if (at >= 0) return { repository, tag: reference.slice(at + 1) };
  return { repository, tag: hasTag ? named.slice(colon + 1) : undefined };
}

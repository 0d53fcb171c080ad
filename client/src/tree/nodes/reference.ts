/** The repository of `repository:tag` or `repository@digest`; a registry's port is part of it. */
export function repositoryOf(reference: string): string {
  const name = reference.replace(/@.*$/, '');
  const colon = name.lastIndexOf(':');
  return colon > name.lastIndexOf('/') ? name.slice(0, colon) : name;
}

/** A registry's host, `''` for Docker Hub, and the repository inside it: long hosts hide what matters. */
export function splitHost(repository: string): { readonly host: string; readonly path: string } {
  const slash = repository.indexOf('/');
  const first = repository.slice(0, Math.max(slash, 0));
  const isHost = first === 'localhost' || /[.:]/.test(first);
  return isHost ? { host: first, path: repository.slice(slash + 1) } : { host: '', path: repository };
}

/** The tag of `repository:tag`; without one, `latest`. */
export function tagOf(reference: string): string {
  return reference.slice(repositoryOf(reference).length + 1) || 'latest';
}

/** The first twelve digits, as Docker shows an id. */
export function shortId(id: string): string {
  return id.replace(/^sha256:/, '').slice(0, 12);
}

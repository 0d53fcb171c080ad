/** `nginx` of `docker.io/library/nginx:1.27@sha256:…`: without Docker Hub's names, tag and digest. */
export function imageName(reference: string): string {
  return withoutTag(reference).replace(/^(docker\.io\/|index\.docker\.io\/)?(library\/)?/, '');
}

/** The reference up to its tag or digest; a port of the registry is no tag. */
export function withoutTag(reference: string): string {
  return reference.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
}

/** Where the image comes from: `ghcr.io`, or Docker Hub. */
export function registryOf(reference: string): string {
  const [first = '', ...rest] = reference.split('/');
  return rest.length > 0 && /[.:]|^localhost$/.test(first) ? first : 'docker.io';
}

/** The page of an image that people can look at, for the registries that have one; `undefined` rather than a wrong one. */
export function imagePage(image: string): string | undefined {
  const [, name] = /^([a-z0-9][a-z0-9._/:-]*?)(?::[\w][\w.-]*)?(?:@sha256:[0-9a-f]+)?$/i.exec(image) ?? [];
  if (name === undefined) return undefined;
  const [first = '', ...rest] = name.split('/');
  const hasHost = rest.length > 0 && /[.:]|^localhost$/.test(first);
  const host = hasHost ? first.toLowerCase() : 'docker.io';
  const parts = hasHost ? rest : [first, ...rest];
  if (parts.some((part) => part === '')) return undefined;
  const page = pages.find(([pattern]) => pattern.test(host));
  return page?.[1](parts, host);
}

type Page = (parts: readonly string[], host: string) => string | undefined;

/** By the registry's host; where a page needs more parts than there are, there is none. */
const pages: readonly (readonly [host: RegExp, page: Page])[] = [
  [/^(((index|registry-1)\.)?docker\.io|registry\.hub\.docker\.com)$/, hub],
  // The registry itself leads a browser to the package's page, whichever repository or organization that belongs to.
  [/^ghcr\.io$/, (parts, host) => several(parts, `https://${host}/${parts.join('/')}`)],
  [/^quay\.io$/, (parts) => several(parts, `https://quay.io/repository/${parts.join('/')}`)],
  [/^mcr\.microsoft\.com$/, (parts) => `https://mcr.microsoft.com/artifact/mar/${parts.join('/')}`],
  [/^([a-z]+\.)?gcr\.io$/, (parts, host) => several(parts, `https://${host}/${parts.join('/')}`)],
  [/^[a-z0-9-]+-docker\.pkg\.dev$/, artifactRegistry],
  [/^public\.ecr\.aws$/, (parts) => several(parts, `https://gallery.ecr.aws/${parts.join('/')}`)],
  [/^\d{12}\.dkr\.ecr(-fips)?\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/, privateEcr],
  [/^registry\.gitlab\.com$/, gitlab],
  [/^lscr\.io$/, (parts) => several(parts, `https://fleet.linuxserver.io/image?name=${parts.join('/')}`)],
];

function several(parts: readonly string[], page: string): string | undefined {
  return parts.length > 1 ? page : undefined;
}

function hub([namespace = '', ...rest]: readonly string[]): string | undefined {
  const [repository] = rest;
  if (repository === undefined) return namespace === 'scratch' ? undefined : `https://hub.docker.com/_/${namespace}`;
  if (rest.length > 1) return undefined;
  return namespace === 'library'
    ? `https://hub.docker.com/_/${repository}`
    : `https://hub.docker.com/r/${namespace}/${repository}`;
}

function artifactRegistry([project, repository, ...image]: readonly string[], host: string): string | undefined {
  if (project === undefined || repository === undefined || image.length === 0) return undefined;
  const location = host.slice(0, host.indexOf('-docker.'));
  // An image's name may have slashes: there they are one part.
  const name = encodeURIComponent(image.join('/'));
  return `https://console.cloud.google.com/artifacts/docker/${project}/${location}/${repository}/${name}`;
}

function privateEcr(parts: readonly string[], host: string): string | undefined {
  const [account = '', , , region = ''] = host.split('.');
  const site = host.endsWith('.cn')
    ? 'amazonaws.cn'
    : region.startsWith('us-gov-')
      ? 'amazonaws-us-gov.com'
      : 'aws.amazon.com';
  return `https://${region}.console.${site}/ecr/repositories/private/${account}/${parts.join('/')}?region=${region}`;
}

/** Of more than two parts it cannot be told where the project's path ends: the first two are a project or a group. */
function gitlab(parts: readonly string[]): string | undefined {
  const [group, project, ...rest] = parts;
  if (group === undefined || project === undefined) return undefined;
  const page = `https://gitlab.com/${group}/${project}`;
  return rest.length === 0 ? `${page}/container_registry` : page;
}

/** The chapter of the published reference that describes a path: `services.web.build.args` is in that on `build`. */
export function docsUrl(path: readonly (string | number)[]): string {
  const base = 'https://docs.docker.com/reference/compose-file/';
  const keys = path.filter((key) => typeof key === 'string');
  const [section = '', , key, inner] = keys;
  if (section === 'version' || section === 'name') return `${base}version-and-name/`;
  if (section === 'services' && key !== undefined) {
    const chapter = key === 'build' || key === 'deploy' || key === 'develop';
    if (chapter) return `${base}${key}/${inner === undefined ? '' : `#${inner}`}`;
    return `${base}services/#${key}`;
  }
  if (!chapters.has(section)) return base;
  return `${base}${section}/${key === undefined || section === 'include' ? '' : `#${key}`}`;
}

const chapters = new Set(['services', 'networks', 'volumes', 'secrets', 'configs', 'models', 'include']);

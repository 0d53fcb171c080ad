/** Whether a path is a folder or lies in it; either may be of Windows, where case and kind of slash do not count. */
export function isInside(path: string, folder: string): boolean {
  const [inner, outer] = [plain(path), plain(folder)];
  return inner === outer || inner.startsWith(outer === '/' ? '/' : `${outer}/`);
}

function plain(path: string): string {
  const slashed = /^[A-Za-z]:/.test(path) ? path.replaceAll('\\', '/').toLowerCase() : path;
  return slashed.length > 1 ? slashed.replace(/\/+$/, '') : slashed;
}

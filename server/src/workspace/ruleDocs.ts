import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Finds rules' pages beside the program, so that they open without a network and fit the version:
 * `docs/rules/<id>.md` of the package that `folder` (`dist/` or `server/src/`) belongs to. `undefined` where not shipped.
 */
export function ruleDocs(folder: string): (id: string) => string | undefined {
  const pages = ['..', '../..'].map((up) => join(folder, up, 'docs', 'rules')).find((path) => existsSync(path));
  if (pages === undefined) return () => undefined;
  return (id) => pathToFileURL(join(pages, `${id}.md`)).href;
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Finds rules' pages beside the program, so that they open without a network and fit the version:
 * `docs/rules/<id>.md` of the package that `folder` (`dist/` or `server/src/`) belongs to. `undefined` where not shipped.
 * ShellCheck's codes have theirs in its wiki.
 */
export function ruleDocs(folder: string): (id: string) => string | undefined {
  const pages = pagesOf(folder);
  return (id) => {
    if (/^SC\d+$/.test(id)) return `https://www.shellcheck.net/wiki/${id}`;
    return pages === undefined ? undefined : pathToFileURL(join(pages, `${id}.md`)).href;
  };
}

/** Reads the same pages: Markdown, a few kilobytes each, read when asked for. `undefined` where there is none. */
export function rulePages(folder: string): (id: string) => string | undefined {
  const pages = pagesOf(folder);
  return (id) => {
    if (pages === undefined || !/^[a-z\d-]+$/.test(id)) return undefined;
    try {
      const text = readFileSync(join(pages, `${id}.md`), 'utf8');
      return text.replaceAll('\r\n', '\n');
    } catch {
      return undefined;
    }
  };
}

function pagesOf(folder: string): string | undefined {
  return ['..', '../..'].map((up) => join(folder, up, 'docs', 'rules')).find((path) => existsSync(path));
}

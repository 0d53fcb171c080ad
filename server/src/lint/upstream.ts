import { isCheckName } from './directives.ts';

/** The page on the web about a name that another tool gives a problem; `undefined` for a name of our own. */
export function upstreamPage(code: string): string | undefined {
  if (/^DL\d+$/.test(code)) return `https://github.com/hadolint/hadolint/wiki/${code}`;
  if (/^SC\d+$/.test(code)) return `https://www.shellcheck.net/wiki/${code}`;
  if (!isCheckName(code)) return undefined;
  const slug = code.replaceAll(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();
  return `https://docs.docker.com/go/dockerfile/rule/${slug}/`;
}

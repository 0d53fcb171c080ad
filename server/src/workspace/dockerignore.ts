/**
 * A `.dockerignore`: which paths of a build context are left out. Paths are relative to the context, with `/`.
 * Follows Docker's matcher, where it is strange, too: a pattern also covers what is in a folder that it matches, the last
 * pattern that matches decides, and `**` at the beginning matches ends of names.
 * @see https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export class Dockerignore {
  readonly #patterns: readonly Pattern[];

  constructor(text: string) {
    this.#patterns = readPatterns(text);
  }

  /** Whether some patterns take back what others leave out: lines that begin with `!`. */
  get hasExceptions(): boolean {
    return this.#patterns.some(({ exception }) => exception);
  }

  /** Whether a file or folder is left out. Of a folder, something may still be taken in: see `ignoresAll`. */
  ignores(path: string): boolean {
    const paths = withParents(path);
    let ignored = false;
    for (const { exception, matches } of this.#patterns)
      if (exception === ignored && paths.some(matches)) ignored = !exception;
    return ignored;
  }

  /** Whether a path is left out with all that may be in it: no exception could name anything there. */
  ignoresAll(path: string): boolean {
    const segments = path.split('/');
    return this.ignores(path) && !this.#patterns.some((pattern) => pattern.exception && mayReach(pattern, segments));
  }
}

interface Pattern {
  readonly exception: boolean;
  readonly segments: readonly string[];
  readonly matches: (path: string) => boolean;
}

function readPatterns(text: string): Pattern[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line): Pattern[] => {
      const trimmed = line.trim();
      const exception = trimmed.startsWith('!');
      const glob = cleanPath((exception ? trimmed.slice(1) : trimmed).trim()).replace(/^\/(?=.)/, '');
      return glob === '' ? [] : [{ exception, segments: glob.split('/'), matches: matcher(glob) }];
    });
}

/** A path without `.`, `..` where it can be resolved, doubled and closing slashes; empty stays empty. */
export function cleanPath(path: string): string {
  if (path === '') return '';
  const absolute = path.startsWith('/');
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else if (!absolute) segments.push(segment);
  }
  const joined = segments.join('/');
  return absolute ? `/${joined}` : joined === '' ? '.' : joined;
}

/** The folders that a path is in, the outermost first, and itself. */
function withParents(path: string): string[] {
  const segments = path.split('/');
  return segments.map((_, i) => segments.slice(0, i + 1).join('/'));
}

function matcher(glob: string): Pattern['matches'] {
  // `**name` and `**/name` are compared with the path's end; only where nothing else in them is a pattern.
  const ending = /^\*\*([^*?[\]\\]*)$/.exec(glob)?.[1];
  if (ending !== undefined) return (path) => path.endsWith(ending) || `/${path}` === ending;
  const beginning = /^([^*?[\]\\]+)\*\*$/.exec(glob)?.[1];
  if (beginning !== undefined) return (path) => path.startsWith(beginning);
  if (!/[*?[\]\\]/.test(glob)) return (path) => path === glob;
  try {
    const regex = new RegExp(`^${translate(glob)}$`, 's');
    return (path) => regex.test(path);
  } catch {
    // Docker refuses to build with such a pattern; here it matches nothing.
    return () => false;
  }
}

function translate(glob: string): string {
  return glob.replaceAll(/\*\*\/?|\\[\s\S]?|[\s\S]/g, (token, at: number) => {
    if (token.startsWith('**')) return at + token.length === glob.length ? '.*' : '(.*/)?';
    if (token === '*') return '[^/]*';
    if (token === '?') return '[^/]';
    if (token === '[' || token === ']' || token === '^') return token;
    if (token === '\\') return '\\\\';
    return token.replace(/[.+()|{}$/]/, '\\$&');
  });
}

/** Whether a pattern could match a path, something in it, or a folder that it is in: segment by segment, `**` takes any. */
function mayReach({ segments }: Pattern, path: readonly string[]): boolean {
  for (const [i, segment] of path.entries()) {
    const own = segments[i];
    if (own === undefined || own.includes('**')) return true;
    if (!matcher(own)(segment)) return false;
  }
  return true;
}

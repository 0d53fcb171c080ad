/**
 * Patterns of `.dockerignore` as the engine understands them (https://github.com/moby/patternmatcher): `*`, `?`, `[…]`
 * inside a segment, `**` over segments, `!` takes back; a path matches when it or a folder above it does.
 */
interface Pattern {
  readonly negated: boolean;
  readonly matches: (path: string) => boolean;
  /** The segments before the first one with a wildcard, and whether one follows. */
  readonly prefix: string;
  readonly wild: boolean;
}

/** What a folder's path has matched, pattern by pattern; what lies in it inherits that. */
export type FolderMatch = readonly boolean[];

/** Patterns to hold paths against, folder by folder. Paths are relative, with forward slashes. */
export class Patterns {
  readonly #patterns: readonly Pattern[];

  /** Throws `SyntaxError` for a pattern that is malformed. */
  constructor(patterns: readonly string[]) {
    this.#patterns = patterns
      .map((pattern) => pattern.trim())
      .filter((pattern) => pattern !== '')
      .map(toPattern);
  }

  /** Holds a path against the patterns; `parent` is the folder's own match, absent at the root. */
  match(path: string, parent?: FolderMatch): { matched: boolean; inherit: FolderMatch } {
    let matched = false;
    const inherit = this.#patterns.map((pattern, index) => {
      const match = parent?.[index] === true || (pattern.negated === matched && pattern.matches(path));
      if (match) matched = !pattern.negated;
      return match;
    });
    return { matched, inherit };
  }

  /** Whether something inside the folder could match a pattern that takes things in (or, for `negated`, takes them back). */
  reaches(folder: string, options: { negated: boolean }): boolean {
    return this.#patterns.some(
      ({ negated, prefix, wild }) =>
        negated === options.negated &&
        (`${prefix}/`.startsWith(`${folder}/`) || (wild && (prefix === '' || `${folder}/`.startsWith(`${prefix}/`)))),
    );
  }
}

function toPattern(text: string): Pattern {
  const negated = text.startsWith('!');
  const path = clean(negated ? text.slice(1) : text);
  const segments = path.split('/');
  const wildAt = segments.findIndex((segment) => /[*?[\]\\]/.test(segment));
  return {
    negated,
    matches: toMatcher(path),
    prefix: (wildAt < 0 ? segments : segments.slice(0, wildAt)).join('/'),
    wild: wildAt >= 0,
  };
}

/** `./a//b/` and `/a/b` are `a/b`. */
function clean(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function toMatcher(pattern: string): (path: string) => boolean {
  const isPlain = (text: string): boolean => !/[*?[\]\\]/.test(text);
  if (isPlain(pattern)) return (path) => path === pattern;
  if (pattern.startsWith('**') && isPlain(pattern.slice(2))) {
    const suffix = pattern.slice(2);
    return (path) => path.endsWith(suffix) || `/${path}` === suffix;
  }
  if (pattern.endsWith('**') && isPlain(pattern.slice(0, -2))) {
    const prefix = pattern.slice(0, -2);
    return (path) => path.startsWith(prefix);
  }
  const expression = toExpression(pattern);
  return (path) => expression.test(path);
}

function toExpression(pattern: string): RegExp {
  const source = pattern.replace(
    /\*\*\/?$|\*\*\/?|\*|\?|\[\^?|\]|\\(.)|[\^.+()|{}$\\]/gsu,
    (token, escaped, offset: number) => {
      if (token.startsWith('**')) return offset + token.length === pattern.length ? '.*' : '(?:.*/)?';
      if (token === '*') return '[^/]*';
      if (token === '?') return '[^/]';
      if (token.startsWith('[') || token === ']') return token;
      const literal = typeof escaped === 'string' ? escaped : token;
      return /[\^.+()|{}$\\*?[\]/]/.test(literal) ? `\\${literal}` : literal;
    },
  );
  return new RegExp(`^${source}$`, 's');
}

/** What a pattern is compared with, by the words that may stand before it. */
export const patternFields = ['name', 'image', 'label', 'id', 'state'] as const;
export type PatternField = (typeof patternFields)[number];

export interface Pattern {
  /** Absent: name or image. */
  readonly field?: PatternField;
  readonly matches: (text: string) => boolean;
  /** Begins like this, for ids, whose beginning is as good as the whole. */
  readonly begins: (text: string) => boolean;
}

/** The texts of a thing, by field. */
export type Texts = Readonly<Record<PatternField, readonly string[]>>;

/**
 * Reads what somebody types to find things by: `web-*`, `web` (anywhere in it), `/^web-\d+$/i`, each with `image:`, `label:`
 * and the like before it. A text says what is wrong.
 */
export function parsePattern(text: string): Pattern | string {
  const [, prefix, rest = ''] = /^(?:(name|image|label|id|state):)?(.*)$/su.exec(text.trim()) ?? [];
  const field = patternFields.find((one) => one === prefix);
  const written = rest.trim();
  const named = field === undefined ? {} : { field };
  const regex = /^\/(.*)\/([a-z]*)$/su.exec(written);
  if (!regex && /^\/(?!.*\/$)/u.test(written)) return 'A regular expression ends with “/”.';
  if (!regex) return { ...named, ...globTests(written) };
  const [, source = '', flags = ''] = regex;
  try {
    const expression = new RegExp(source, flags.replaceAll(/[gy]/gu, ''));
    const matches = (candidate: string): boolean => expression.test(candidate);
    return { ...named, matches, begins: matches };
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).replace(/^Invalid regular expression: /u, '');
    return `Not a regular expression: ${why}`;
  }
}

/** Whether a thing of these texts is meant. */
export function fitsPattern({ field, matches, begins }: Pattern, texts: Texts): boolean {
  if (field === 'id') return texts.id.some(begins);
  if (field !== undefined) return texts[field].some(matches);
  return texts.name.some(matches) || texts.image.some(matches);
}

/** Without a star or the like it may stand anywhere; with one it is the whole. */
function globTests(glob: string): Pick<Pattern, 'matches' | 'begins'> {
  if (!/[*?[{]/u.test(glob)) {
    const wanted = glob.toLowerCase();
    return {
      matches: (text) => wanted !== '' && text.toLowerCase().includes(wanted),
      begins: (text) => wanted !== '' && text.toLowerCase().startsWith(wanted),
    };
  }
  const source = globSource(glob);
  const whole = new RegExp(`^(?:${source})$`, 'iu');
  const beginning = new RegExp(`^(?:${source})`, 'iu');
  return { matches: (text) => whole.test(text), begins: (text) => beginning.test(text) };
}

/** `*` is anything, a slash too; `?` one character; `[ab]` and `[!a]` one of these or none; `{a,b}` either. */
function globSource(glob: string): string {
  let source = '';
  let depth = 0;
  for (let at = 0; at < glob.length; at++) {
    const char = glob.charAt(at);
    const close = char === '[' ? glob.indexOf(']', at + 2) : -1;
    if (close > 0) {
      const set = glob.slice(at + 1, close).replace(/^!/u, '^');
      source += `[${set.replaceAll(/[\\[\]]/gu, String.raw`\$&`)}]`;
      at = close;
    } else if (char === '*') source += '.*';
    else if (char === '?') source += '.';
    else if (char === '{' && glob.includes('}', at)) {
      depth += 1;
      source += '(?:';
    } else if (char === '}' && depth > 0) {
      depth -= 1;
      source += ')';
    } else if (char === ',' && depth > 0) source += '|';
    else source += char.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
  }
  return source + ')'.repeat(depth);
}

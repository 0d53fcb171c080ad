/**
 * Where the first comment of a one-line shell text begins; `undefined` without one. Knows quotes, substitutions and the
 * comments between backticks, which end with them.
 */
export function commentIn(text: string): number | undefined {
  /** What the place is in, by what ends it: a string, a substitution, an expansion. */
  const around: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const inner = around.at(-1);
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (char === inner) around.pop();
    else if (char === '`') at = closing(text, at);
    else if (char === '$' && text.charAt(at + 1) === '{') {
      around.push('}');
      at += 1;
    } else if (char === '$' && text.charAt(at + 1) === '(') {
      around.push(')');
      at += 1;
    } else if (inner === '"') continue;
    else if (char === '"') around.push('"');
    else if (char === "'") at = closing(text, at);
    else if (char === '(') around.push(')');
    else if (char === '#' && inner !== '}' && /^$|[\s;&|()]/.test(text.charAt(at - 1))) return at;
  }
  return undefined;
}

/** The quote that ends one; the end of the text when none does. Only a backslash of `$'…'` and of backticks hides it. */
function closing(text: string, open: number): number {
  const quote = text.charAt(open);
  const escapes = quote === '`' || text.charAt(open - 1) === '$';
  for (let at = open + 1; at < text.length; at += 1) {
    if (escapes && text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === quote) return at;
  }
  return text.length;
}

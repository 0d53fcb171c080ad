/** A piece of a line and its scopes, the root's scope left out, from the outermost to the innermost. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

/**
 * Checks scopes in a text with carets under it: `   ^^^ string.quoted` says that these columns of the line above have a
 * scope of that name or below it, and with `!` before the name that they have none.
 */
export function scopeFaults(annotated: string, tokens: (text: string) => Token[][]): string[] {
  const lines = annotated.split('\n');
  const isCarets = (line: string): boolean => /^ *\^+ \S+$/.test(line);
  const all = tokens(lines.filter((line) => !isCarets(line)).join('\n'));
  const faults: string[] = [];
  let at = -1;
  for (const line of lines) {
    if (!isCarets(line)) {
      at += 1;
      continue;
    }
    const [, before = '', carets = '', not = '', scope = ''] = /^( *)(\^+) (!?)(\S+)$/.exec(line) ?? [];
    for (const [text, scopes] of columns(all[at] ?? [], { start: before.length, end: before.length + carets.length })) {
      const has = scopes.some((one) => one === scope || one.startsWith(`${scope}.`));
      if (has === (not === '!'))
        faults.push(`line ${String(at + 1)}, "${text}": ${not}${scope}, but ${scopes.join(' ')}`);
    }
  }
  return faults;
}

function columns(
  tokens: readonly Token[],
  { start, end }: { start: number; end: number },
): [string, readonly string[]][] {
  let column = 0;
  const found: [string, readonly string[]][] = [];
  for (const { text, scopes } of tokens) {
    if (column < end && column + text.length > start) found.push([text, scopes]);
    column += text.length;
  }
  return column < end ? [...found, ['(end of line)', []]] : found;
}

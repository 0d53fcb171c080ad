/** Words at blanks that no quote and no escape character protects, as written, with their places in the text. */
export function quotedWords(text: string, escape: string): { readonly text: string; readonly index: number }[] {
  const words: { text: string; index: number }[] = [];
  let start = -1;
  let quote = '';
  for (let i = 0; i < text.length; i += 1) {
    const ch = text.charAt(i);
    if (start < 0) {
      if (isBlank(ch)) continue;
      start = i;
    }
    if (ch === escape && quote !== "'") i += 1;
    else if (quote !== '') {
      if (ch === quote) quote = '';
    } else if (ch === '"' || ch === "'") quote = ch;
    else if (isBlank(ch)) {
      words.push({ text: text.slice(start, i), index: start });
      start = -1;
    }
  }
  if (start >= 0) words.push({ text: text.slice(start), index: start });
  return words;
}

/** Most characters are letters: they need no pattern. */
function isBlank(ch: string): boolean {
  return (ch <= ' ' || ch > '~') && /\s/.test(ch);
}

/**
 * The words of a command line as a POSIX shell divides it; `undefined` when a quote is not closed. Line continuations of
 * any shell are blanks. A dollar sign that the shell would not expand becomes `$$`, as compose writes it; what it would
 * stays as it is. Stops at a comment, a pipe, a redirection or the end of the command.
 */
export function splitWords(text: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === "'") {
      const end = text.indexOf("'", at + 1);
      if (end < 0) return undefined;
      word = (word ?? '') + text.slice(at + 1, end).replaceAll('$', '$$$$');
      at = end;
    } else if (char === '"') {
      const quoted = readDouble(text, at);
      if (!quoted) return undefined;
      word = (word ?? '') + quoted.text;
      at = quoted.end;
    } else if (/[\\^`]/.test(char) && /^[ \t]*\r?(?:\n|$)/.test(text.slice(at + 1))) {
      at += /^[ \t]*\r?\n?/.exec(text.slice(at + 1))?.[0].length ?? 0;
      if (word !== undefined && char !== '\\') word = push(words, word);
    } else if (char === '\\') {
      at += 1;
      word = (word ?? '') + escaped(text.charAt(at));
    } else if (char === '$' && text.charAt(at + 1) === '(') {
      const end = text.indexOf(')', at);
      if (end < 0) return undefined;
      word = (word ?? '') + text.slice(at, end + 1);
      at = end;
    } else if (/\s/.test(char)) word = push(words, word);
    else if (/[|;<>&]/.test(char) || (char === '#' && word === undefined)) break;
    else word = (word ?? '') + char;
  }
  push(words, word);
  return words;
}

function push(words: string[], word: string | undefined): undefined {
  if (word !== undefined) words.push(word);
  return undefined;
}

function escaped(char: string): string {
  return char === '$' ? '$$' : char;
}

function readDouble(text: string, start: number): { readonly text: string; readonly end: number } | undefined {
  let word = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') return { text: word, end: at };
    const next = text.charAt(at + 1);
    if (char !== '\\' || !/["\\$`\n]/.test(next)) word += char;
    else {
      word += next === '\n' ? '' : escaped(next);
      at += 1;
    }
  }
  return undefined;
}

/** A word for a POSIX shell that reads as the text: the other way round. */
export function shellWord(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  const expands = /(^|[^$])(?:\$\$)*\$[A-Za-z_{(]/.test(text);
  if (!expands) return `'${text.replaceAll('$$', '$').replaceAll("'", String.raw`'\''`)}'`;
  return `"${text.replaceAll(/["\\`]/g, String.raw`\$&`).replaceAll('$$', String.raw`\$`)}"`;
}

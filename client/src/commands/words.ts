/** A typed command line, taken apart as a POSIX shell would. */
export interface CommandLine {
  readonly words: readonly string[];
  /** It uses what only a shell can do (pipes, variables, patterns), so it must be given to one. */
  readonly needsShell: boolean;
}

/** Takes a typed line apart by the quoting rules of POSIX shells; a text says what is wrong with it. */
export function parseCommandLine(text: string): CommandLine | string {
  const words: string[] = [];
  let needsShell = false;
  let word: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (/\s/u.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    word ??= '';
    if (char === "'") {
      const end = text.indexOf("'", at + 1);
      if (end < 0) return 'A quote (’) is not closed.';
      word += text.slice(at + 1, end);
      at = end;
    } else if (char === '"') {
      const quoted = doubleQuoted(text, at + 1);
      if (!quoted) return 'A quote (") is not closed.';
      word += quoted.text;
      needsShell ||= quoted.needsShell;
      at = quoted.end;
    } else if (char === '\\') {
      at += 1;
      word += text.charAt(at);
    } else {
      needsShell ||= isSpecial(char, word === '' && words.length === 0);
      word += char;
    }
  }
  if (word !== undefined) words.push(word);
  return { words, needsShell };
}

/** What to run for a typed line: its words, or a shell with the line as it is. */
export function commandOf(text: string): readonly string[] | string {
  const line = parseCommandLine(text);
  if (typeof line === 'string') return line;
  return line.needsShell ? ['sh', '-c', text] : line.words;
}

/** Words as one line that `parseCommandLine` reads back. */
export function formatWords(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`))
    .join(' ');
}

function doubleQuoted(text: string, from: number): { text: string; end: number; needsShell: boolean } | undefined {
  let word = '';
  let needsShell = false;
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"') return { text: word, end: at, needsShell };
    const next = text.charAt(at + 1);
    if (char === '\\' && ['"', '\\', '$', '`'].includes(next)) {
      word += next;
      at += 1;
      continue;
    }
    needsShell ||= char === '$' || char === '`';
    word += char;
  }
  return undefined;
}

function isSpecial(char: string, first: boolean): boolean {
  return /[|&;<>()$`*?[\]{}]/u.test(char) || (first && /[~#!]/u.test(char));
}

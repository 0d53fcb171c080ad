/** The shells that a command is written for: POSIX ones, and PowerShell from 7.3 on. */
export type Shell = 'posix' | 'powershell';

/** The shell that people on a system type docker commands into. */
export function shellOf(platform: NodeJS.Platform): Shell {
  return platform === 'win32' ? 'powershell' : 'posix';
}

/** Words as one line that the shell takes apart into exactly these words again: whatever is in them is data. */
export function quoteWords(words: readonly string[], shell: Shell): string {
  return words.map((word) => (shell === 'posix' ? posix(word) : powershell(word))).join(' ');
}

function posix(word: string): string {
  return /^[\w%+=:,./@-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** Takes typographic quotes for quotes, a comma for a list, and an at sign for a name of one. */
function powershell(word: string): string {
  return /^[\w=:./-]+$/u.test(word) ? word : `'${word.replaceAll(/['‘’‚‛]/gu, '$&$&')}'`;
}

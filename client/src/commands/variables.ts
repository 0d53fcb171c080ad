/** What is wrong with `NAME=value`, or nothing. */
export function variableProblem(text: string): string | undefined {
  const equals = text.indexOf('=');
  if (equals < 0) return 'NAME=value is expected.';
  const name = text.slice(0, equals);
  if (name === '') return 'The name is missing before “=”.';
  return /[\s\0]/u.test(name) ? 'A name has no spaces.' : undefined;
}

/** The name in `NAME=value`. */
export function nameOf(variable: string): string {
  const equals = variable.indexOf('=');
  return equals < 0 ? variable : variable.slice(0, equals);
}

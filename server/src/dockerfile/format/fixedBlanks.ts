/** What opens a stretch of text in which blanks count: a quote, `${`, a command inside of double quotes. */
type Frame = '"' | "'" | "$'" | '{' | '(' | '`';

/** In these, what is between them is text, or part of one word. */
const quoting: ReadonlySet<Frame> = new Set(['"', "'", "$'", '{']);

/**
 * Tells for every character of a text whether it is one that counts as it is: quoted, escaped, or in `${…}`. Blanks
 * elsewhere only divide words, however many there are.
 */
export function fixedCharacters(text: string, escape: string): readonly boolean[] {
  const fixed: boolean[] = [];
  const frames: Frame[] = [];
  let quotes = 0;
  const push = (frame: Frame): void => {
    frames.push(frame);
    if (quoting.has(frame)) quotes += 1;
  };
  const pop = (): void => {
    const frame = frames.pop();
    if (frame && quoting.has(frame)) quotes -= 1;
  };
  for (let i = 0; i < text.length; i += 1) {
    const [ch, top] = [text.charAt(i), frames.at(-1)];
    fixed[i] = quotes > 0;
    if (ch === escape && top !== "'") {
      fixed[i] = true;
      i += 1;
      if (i < text.length) fixed[i] = true;
    } else if (top === "'" || top === "$'") {
      if (ch === "'") pop();
    } else if (ch === '"') (top === '"' ? pop : () => push('"'))();
    else if (ch === "'" && top !== '"') push(text.charAt(i - 1) === '$' ? "$'" : "'");
    else if (ch === '{' && text.charAt(i - 1) === '$') push('{');
    else if (ch === '}' && top === '{') pop();
    else if (ch === '(' && (top !== '"' || text.charAt(i - 1) === '$')) push('(');
    else if (ch === ')' && top === '(') pop();
    else if (ch === '`') (top === '`' ? pop : () => push('`'))();
  }
  return fixed;
}

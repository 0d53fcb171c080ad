import { quotedWords } from '../model/quotedWords.ts';
import type { Step } from '../model/step.ts';
import { strayComment, type Mistake, type Repair } from './mistake.ts';

/** `ENV a=b c=d` or `ENV a b`; `LABEL` alike. */
export function* checkAssignments(step: Step): Iterable<Mistake> {
  const text = step.argument.text;
  const words = quotedWords(text, step.escape);
  const [first] = words;
  if (first === undefined) return;
  const spanOf = (word: { readonly text: string; readonly index: number }): ReturnType<Step['within']> =>
    step.within(step.argument, word.index, word.text.length);
  if (!first.text.includes('=')) {
    if (!/\s/.test(text))
      yield {
        id: 'missing-argument',
        at: spanOf(first),
        message: `${step.name} needs a value too: ${first.text}=value.`,
      };
    return;
  }
  for (const word of words) {
    if (word.text.startsWith('='))
      yield { id: 'blank-name', at: spanOf(word), message: 'The name before the = is missing.' };
    if (word.text.includes('=')) continue;
    if (word.text.startsWith('#')) {
      yield strayComment(step.within(step.argument, word.index, text.length - word.index));
      return;
    }
    const fix = quoteAll(step, words);
    yield {
      id: 'missing-equals',
      at: spanOf(word),
      message: `${word.text} is not name=value. A value with blanks is written in quotes.`,
      ...(fix && { fix }),
    };
    // What follows is more of the same text, most likely.
    return;
  }
}

/** `ARG a b=c`. */
export function* checkArg(step: Step): Iterable<Mistake> {
  for (const { name, start, end } of step.assignments)
    if (name === '')
      yield {
        id: 'blank-name',
        at: { start, end: Math.max(end, start + 1) },
        message: 'The name before the = is missing.',
      };
}

/** `a=b c d` becomes `a="b c d"` where nothing in it is quoted yet. */
function quoteAll(step: Step, words: ReturnType<typeof quotedWords>): Repair | undefined {
  const [first, ...others] = words;
  const last = others.at(-1);
  if (first === undefined || last === undefined || others.some(({ text }) => text.includes('='))) return undefined;
  if (words.some(({ text }) => /["'\\`$]/.test(text))) return undefined;
  const value = first.index + first.text.indexOf('=') + 1;
  const open = step.within(step.argument, value, 0);
  const close = step.within(step.argument, last.index + last.text.length, 0);
  return {
    title: 'Put the value in quotes',
    edits: [
      { ...open, newText: '"' },
      { ...close, newText: '"' },
    ],
    safe: false,
  };
}

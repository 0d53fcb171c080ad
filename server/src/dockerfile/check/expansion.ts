import { quotedWords } from '../model/quotedWords.ts';
import type { Step } from '../model/step.ts';
import { expand } from '../model/variables.ts';
import type { Mistake, Span } from './mistake.ts';

/** A text that BuildKit expands by itself. */
interface Text {
  readonly text: string;
  readonly at: Span;
  readonly keepQuotes?: boolean;
}

/** Open quotes, and `${…}` that BuildKit cannot replace, where it is BuildKit that expands. */
export function* checkExpansion(step: Step): Iterable<Mistake> {
  if (step.name === 'RUN' ? step.flags.length === 0 : !canFail(step.line.text) && step.heredocs.length === 0) return;
  for (const { text, at, keepQuotes = false } of textsOf(step)) {
    if (!canFail(text)) continue;
    // Any value will do: whether a variable is set is not a question of form.
    const { error } = expand(text, { escape: step.escape, lookup: () => 'set', keepQuotes });
    if (error === undefined) continue;
    const quote = /^missing (["'])$/.exec(error)?.[1];
    yield quote === undefined
      ? { id: 'bad-substitution', at, message: wording(error) }
      : { id: 'open-quote', at, message: `A ${quote} is not closed.${splitHint(step, text)}` };
  }
}

/** Without quotes and braces there is nothing to get wrong. */
function canFail(text: string): boolean {
  return /["']|\$\{/.test(text);
}

function wording(error: string): string {
  if (error === 'missing }') return 'A ${ is not closed.';
  if (error === 'nested too deeply') return 'Too many ${…} stand inside one another.';
  const [, modifier] = /^unsupported modifier \((.*)\)$/s.exec(error) ?? [];
  if (modifier !== undefined)
    return `Docker does not know ${modifier === '' ? 'this' : modifier} after a variable's name: it knows :- - :+ + :? ? # % and /.`;
  return error.startsWith('invalid escape')
    ? `In a pattern a backslash stands before *, ?, \\, } or / only.`
    : 'Between ${ and } stands the name of a variable.';
}

function splitHint(step: Step, text: string): string {
  if (step.name !== 'COPY' && step.name !== 'ADD') return '';
  return /^["']/.test(text) ? ' Paths are divided at blanks, also in quotes. Use the JSON form.' : '';
}

function* textsOf(step: Step): Iterable<Text> {
  switch (step.name) {
    case 'ENV':
    case 'LABEL':
    case 'ARG':
      yield* valuesOf(step);
      return;
    case 'FROM':
      yield* flagValues(step, ['platform']);
      yield* step.words.slice(0, 1).map((word) => ({ text: word.text, at: word }));
      return;
    case 'RUN':
      yield* flagValues(step, ['mount']);
      return;
    case 'ADD':
    case 'COPY':
      yield* flagValues(step, ['chown', 'chmod', 'checksum']);
      yield* (step.json ?? pathsOf(step)).map((word) => ({ text: word.text, at: word }));
      for (const { body, expand: expands, start, end } of step.heredocs)
        if (expands) yield { text: step.textOf(body), at: { start, end }, keepQuotes: true };
      return;
    case 'VOLUME':
    case 'EXPOSE':
      yield* (step.json ?? step.words).map((word) => ({ text: word.text, at: word }));
      return;
    default:
      yield { text: step.argument.text, at: step.argument };
  }
}

/** Without the `<<NAME`s, which are not paths. */
function pathsOf(step: Step): Step['words'] {
  if (step.heredocs.length === 0) return step.words;
  return step.words.filter(({ start }) => !step.heredocs.some((heredoc) => heredoc.start === start));
}

function* flagValues(step: Step, names: readonly string[]): Iterable<Text> {
  for (const { name, value, within } of step.flags)
    if (value !== undefined && names.includes(name)) yield { text: value, at: within(0, value.length) };
}

/** Each assignment; of the old form `ENV name value`, the value. */
function* valuesOf(step: Step): Iterable<Text> {
  const { argument } = step;
  const words = quotedWords(argument.text, step.escape);
  const [first] = words;
  const [, lead = ''] = /^(\S+\s+)/.exec(argument.text) ?? [];
  if (first === undefined) return;
  if (step.name !== 'ARG' && !first.text.includes('=')) {
    const text = argument.text.slice(lead.length);
    yield { text, at: step.within(argument, lead.length, text.length) };
    return;
  }
  for (const { text, index } of words) yield { text, at: step.within(argument, index, text.length) };
}

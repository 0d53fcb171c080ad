import { expect, test } from 'vitest';
import type { ComposeStyle } from '../../../../server/src/compose/format/format.ts';
import { composeText } from '../../../support/composeText.ts';
import { corpusComposeFiles } from '../../../support/corpus.ts';
import { pick, random } from '../../../support/random.ts';
import { withoutNotes } from '../../../support/annotated.ts';
import { cases } from '../check/cases.ts';
import { open } from '../open.ts';
import { brokenFiles, validFiles } from '../yaml/texts.ts';
import { formatted, meaning } from './formatted.ts';

const styles: readonly ComposeStyle[] = [
  { order: false },
  { order: false, editor: { insertSpaces: true, tabSize: 2 } },
  { order: false, editor: { insertSpaces: true, tabSize: 4, trimFinalNewlines: true, insertFinalNewline: true } },
  { order: true, editor: { insertSpaces: true, tabSize: 3 } },
];

/** Formatting keeps what the file says, and formatting twice changes nothing. */
function holds(text: string): void {
  for (const style of styles) {
    const once = formatted(text, style);
    const sorted = { sorted: style.order };
    expect(meaning(open(once), sorted), text).toEqual(meaning(open(text), sorted));
    expect(formatted(once, style), text).toBe(once);
    if (/\r\n/.test(text) && !/(^|[^\r])\n/.test(text)) expect(once, text).not.toMatch(/(^|[^\r])\n/);
  }
}

const samples = [
  ...validFiles.map(([, text]) => text),
  ...cases.map(([, annotated]) => withoutNotes(annotated)),
  composeText({ services: 2 }),
];

test.each(samples)('holds for %j', (text) => {
  holds(text);
  if (!text.includes('\r')) holds(text.replaceAll('\n', '\r\n'));
});

test('what cannot be read is left alone', () => {
  for (const [, broken] of brokenFiles) {
    const text = `services:\n    one:\n        image:   a\n${broken}`;
    expect(formatted(text)).toBe(text);
  }
});

const pieces = [
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\n# c\n',
  '\n    # c\n',
  ' # c',
  '- ',
  ': ',
  '|\n',
  '>-\n',
  '&a ',
  '!t ',
  '{',
  '}',
  '"',
  '\t',
  '\r\n',
];

/** Blanks, line breaks, comments and the like put into a text, or taken out of it, at random. */
function mutated(text: string, next: () => number): string {
  let result = text;
  for (let i = 0; i < 3; i += 1) {
    const at = Math.floor(next() * result.length);
    const cut = next() < 0.3 ? 1 + Math.floor(next() * 3) : 0;
    result = result.slice(0, at) + pick(next, pieces) + result.slice(at + cut);
  }
  return result;
}

test('holds for samples with random damage', () => {
  const next = random(20_261_124);
  for (let i = 0; i < 150 * Number(process.env['GANTRY_ROUNDS'] ?? 1); i += 1)
    holds(mutated(pick(next, samples), next));
});

test('holds for real files, and for each with random damage', async () => {
  const next = random(7);
  for (const { text } of await corpusComposeFiles()) {
    holds(text);
    holds(mutated(text, next));
  }
});

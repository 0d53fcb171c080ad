import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dockerfileRules } from '../../../../server/src/dockerfile/lint/rules/index.ts';
import { formatDockerfile, type DockerfileStyle } from '../../../../server/src/dockerfile/format/format.ts';
import { corpusDockerfiles } from '../../../support/corpus.ts';
import { documentOf, meaningsOf } from '../../../support/dockerfileMeaning.ts';
import { applyEdits } from '../../../support/markedText.ts';
import { pick, random } from '../../../support/random.ts';

const styles: readonly DockerfileStyle[] = [
  { casing: 'majority', sortPackages: false },
  { casing: 'lower', sortPackages: false, editor: { insertSpaces: false, tabSize: 8 } },
  { casing: 'upper', sortPackages: false, editor: { insertSpaces: true, tabSize: 2, trimFinalNewlines: true } },
];

function formatted(text: string, style: DockerfileStyle): string {
  return applyEdits(text, formatDockerfile(documentOf(text), style));
}

/** Formatting keeps what the file says, and formatting twice changes nothing. */
function holds(text: string): void {
  for (const style of styles) {
    const once = formatted(text, style);
    const [before, after] = meaningsOf(text, once);
    expect(after, text).toEqual(before);
    expect(formatted(once, style), text).toBe(once);
    expect(sortedWords(formatted(text, { ...style, sortPackages: true }))).toEqual(sortedWords(once));
  }
  const sorted = formatted(text, { casing: 'keep', sortPackages: true });
  expect(formatted(sorted, { casing: 'keep', sortPackages: true }), text).toBe(sorted);
}

function sortedWords(text: string): string[] {
  return text.split(/\s+/).sort();
}

/** Blanks, line ends, quotes and the like put into a text, or taken out of it, at random. */
function mutated(text: string, next: () => number): string {
  const pieces = [
    ' ',
    '  ',
    '\t',
    '\n',
    '\\\n',
    ' \\\n   ',
    '"',
    "'",
    '#',
    '$(',
    ')',
    '`',
    '\\',
    '${',
    '}',
    '<<EOF',
    '=',
    '\r\n',
  ];
  let result = text;
  for (let i = 0; i < 4; i += 1) {
    const at = Math.floor(next() * result.length);
    const cut = next() < 0.3 ? 1 + Math.floor(next() * 3) : 0;
    result = result.slice(0, at) + pick(next, pieces) + result.slice(at + cut);
  }
  return result;
}

const samples = [
  ...dockerfileRules.flatMap(({ examples }) => examples.bad.concat(examples.good)),
  await readFile(resolve(import.meta.dirname, '../../../../samples/web/Dockerfile'), 'utf8'),
];

test.each(samples)('holds for %j', (text) => {
  holds(text);
  holds(text.replaceAll('\n', '\r\n'));
});

test('holds for samples with random damage', () => {
  const next = random(20_260_824);
  for (let i = 0; i < 600; i += 1) holds(mutated(pick(next, samples), next));
});

test('holds for real files, where there are some, and for each with random damage', async () => {
  const next = random(7);
  for (const { text } of await corpusDockerfiles()) {
    holds(text);
    for (let i = 0; i < Number(process.env['GANTRY_ROUNDS'] ?? 1); i += 1) holds(mutated(text, next));
  }
});

import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readSettings } from '../../../server/src/protocol/readSettings.ts';
import { composeText } from '../../support/composeText.ts';
import { pick, random } from '../../support/random.ts';
import { language } from './open.ts';
import { brokenFiles, validFiles } from './yaml/texts.ts';

const compose = language();
const context = { settings: readSettings(() => undefined) };
const token = { isCancellationRequested: false };

/** Asks everything about a text at one place; throws what a verb throws. */
async function askAll(text: string, version: number, offset: number): Promise<number> {
  const document = compose.open(TextDocument.create('file:///p/compose.yaml', 'dockercompose', version, text));
  const position = document.text.positionAt(offset);
  const problems = (await compose.provideProblems?.(document, context, token)) ?? [];
  await compose.provideCompletion?.(document, position, { token, context: () => Promise.resolve(context) });
  await compose.provideHover?.(document, position);
  await compose.provideDefinition?.(document, position);
  await compose.provideHighlights?.(document, position);
  await compose.provideLinks?.(document, () => Promise.resolve(context));
  compose.provideFolding?.(document);
  for (const symbol of compose.provideSymbols?.(document) ?? []) {
    if (!('selectionRange' in symbol)) continue;
    const { range, selectionRange } = symbol;
    expect(document.text.offsetAt(range.start)).toBeLessThanOrEqual(document.text.offsetAt(selectionRange.start));
    expect(document.text.offsetAt(range.end)).toBeGreaterThanOrEqual(document.text.offsetAt(selectionRange.end));
  }
  for (const { range } of problems) {
    expect(range.start.line).toBeLessThan(document.text.lineCount);
    expect(document.text.offsetAt(range.end)).toBeGreaterThanOrEqual(document.text.offsetAt(range.start));
  }
  for (const problem of problems)
    for (const scope of ['line', 'stage', 'file'] as const)
      compose.provideSilence?.(document, problem, { scope, context });
  return problems.length;
}

describe('no text makes a feature fail', () => {
  test('any edit of a valid or broken file, asked at any place', async () => {
    const next = random(11);
    const files = [
      ...validFiles,
      ...brokenFiles.map(([name, text]) => [name, `services:\n${text}`] as const),
      ['generated', composeText({ services: 2 })] as const,
    ];
    const pieces = [
      ':',
      ' ',
      '\n',
      '- ',
      '"',
      "'",
      '#',
      '{',
      '}',
      '[',
      ']',
      '\n  ',
      '&a ',
      '*a',
      '|',
      '---\n',
      '\t',
      ',',
      '${',
      '$',
      '<<: ',
      '!reset ',
      '\uFEFF',
      '\r',
      '\u2028',
      '😀',
      '\0',
    ];
    let version = 0;
    for (const [, file] of files) {
      for (let round = 0; round < 4; round += 1) {
        let text = file;
        for (let edit = 0; edit < 3; edit += 1) {
          const from = Math.floor(next() * (text.length + 1));
          text = text.slice(0, from) + pick(next, pieces) + text.slice(from + Math.floor(next() * 12));
          version += 1;
          await askAll(text, version, Math.floor(next() * (text.length + 1)));
        }
      }
    }
  });

  test.each([
    ['deep brackets', '['.repeat(20_000)],
    ['deep lists', '- '.repeat(10_000)],
    ['deep mappings', Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['a long text', `a: "${'x'.repeat(1_000_000)}"`],
    ['a long block text', `a: |\n${'  x y z $$ ${A} #\n'.repeat(60_000)}`],
    [
      'long values of many kinds',
      `services:\n  a:\n${[
        'mem_limit',
        'stop_grace_period',
        'image',
        'command',
        'hostname',
        'restart',
        'platform',
        'tmpfs',
        'dns',
        'stop_signal',
        'container_name',
        'pull_policy',
        'network_mode',
      ]
        .map(
          (key, index) =>
            `    ${key}: "${pick(() => (index % 7) / 7, ['1', ' ', ':', 'a-', 'a,', '.', '(']).repeat(100_000)}x"\n`,
        )
        .join('')}${['ports', 'volumes', 'environment', 'extra_hosts', 'devices', 'cap_add', 'labels', 'expose']
        .map(
          (key) =>
            `    ${key}:\n${['1', ' ', ':', 'a-', 'a,', '=', '-'].map((text) => `      - "${text.repeat(50_000)}x"\n`).join('')}`,
        )
        .join('')}`,
    ],
    ['many dollars', `name: ${'${'.repeat(20_000)}`],
    ['many anchors', `x-a: [${Array.from({ length: 3000 }, (_, i) => `&a${i} b, *a${i}`).join(', ')}]`],
    ['an alias of itself', 'x-a: &a\n  b: *a\nservices: &s\n  web: *s\n  <<: *s\n'],
    ['aliases in a circle', 'services:\n  a: &a\n    <<: *b\n    depends_on: *a\n  b: &b\n    <<: *a\n'],
    [
      'an alias bomb',
      `x-0: &a0 [b]\n${Array.from({ length: 30 }, (_, i) => `x-${i + 1}: &a${i + 1} [${Array.from({ length: 10 }, () => `*a${i}`).join(', ')}]\n`).join('')}services:\n  web:\n    command: *a30\n`,
    ],
    [
      'a bomb of merges',
      `${Array.from({ length: 25 }, (_, i) => `x-${i}: &m${i}\n  k${i}: 1\n${i > 0 ? `  <<: [*m${i - 1}, *m${i - 1}, *m${i - 1}]\n` : ''}`).join('')}services:\n  web:\n    <<: *m24\n`,
    ],
  ])('%s', async (_name, text) => {
    expect(await askAll(text, 1, Math.min(text.length, 12))).toBeGreaterThanOrEqual(0);
  });
});

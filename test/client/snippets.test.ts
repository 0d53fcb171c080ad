import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languages } from '../../server/src/languages.ts';
import { readSettings } from '../../server/src/protocol/readSettings.ts';
import { expand, readSnippets } from '../support/snippets.ts';

/** What our own server says of a text: `line: message [names]`. */
async function problems(languageId: string, text: string): Promise<string[]> {
  // Whoever uses a piece sets its variables.
  const env = Object.fromEntries([...text.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => [name, 'set']));
  const language = languages({ client: {}, env, log: () => {} }).find(({ ids }) => ids.includes(languageId));
  if (!language) throw new Error(`no language ${languageId}`);
  const document = language.open(TextDocument.create('file:///x', languageId, 1, text));
  const settings = readSettings(() => undefined);
  const found = await language.provideProblems?.(document, { settings }, { isCancellationRequested: false });
  return (found ?? []).map(
    ({ range, message, id, codes }) => `${String(range.start.line + 1)}: ${message} [${[id, ...codes].join(' ')}]`,
  );
}

test('placeholders take their defaults, and those of the same number the same', () => {
  expect(expand('a${1:b}$1 \\${X:-${2|c,d|}} $0\\$Y ${3:\\$Z}')).toBe('abb ${X:-c} $Y $Z');
});

describe('Dockerfile', () => {
  const all = readSnippets('dockerfile.json');
  test.each(all.map((snippet) => [snippet.name, snippet] as const))('%s', async (_name, { text }) => {
    const whole = /^FROM /m.test(text);
    expect(text).not.toMatch(/\$\{\d|\$\d/);
    // A piece stands in a stage; a directive stands at the top.
    const file = whole ? text : text.startsWith('# ') ? `${text}\nFROM busybox:1.37\n` : `FROM busybox:1.37\n${text}\n`;
    expect(await problems('dockerfile', `${file}\n`)).toEqual([]);
  });
  test('no two have a prefix in common', () => {
    const prefixes = all.flatMap((snippet) => snippet.prefixes);
    expect(prefixes).toEqual([...new Set(prefixes)]);
  });
});

/** Where a piece of a compose file can stand: by itself, among the services, or in one. */
function placesIn(text: string): string[] {
  const indented = (by: number): string => text.replaceAll(/^(?=.)/gm, ' '.repeat(by));
  const volumes = [...text.matchAll(/^ +- ([a-z][\w-]*):\//gm)].map(([, name = '']) => `  ${name}:\n`);
  const declared = volumes.length === 0 ? '' : `volumes:\n${volumes.join('')}`;
  const rest = 'services:\n  web:\n    image: nginx:1.29\n  db:\n    image: postgres:18\n';
  return [
    text.includes('services:') ? `${text}\n` : `${rest}${text}\n`,
    `services:\n${indented(2)}\n${declared}`,
    `${rest}  other:\n    image: busybox:1.37\n${indented(4)}\n`,
  ];
}

/** Of a piece alone: what it names, or what uses it, stands in the rest of a file. */
const elsewhere = /\[(?:undefined-\w+|unused-resource|unset-variable|required-variable|healthy-without-healthcheck)\]$/;

describe('compose', () => {
  const all = readSnippets('compose.json');
  test.each(all.map((snippet) => [snippet.name, snippet] as const))('%s', async (_name, { text }) => {
    expect(text).not.toMatch(/\$\{\d|\$\d/);
    const found = await Promise.all(
      placesIn(text).map(async (file) =>
        (await problems('dockercompose', file)).filter((line) => !elsewhere.test(line)),
      ),
    );
    expect(
      found.some((list) => list.length === 0),
      found.map((list) => list.join('; ')).join('\n'),
    ).toBe(true);
  });
  test('no two have a prefix in common', () => {
    const prefixes = all.flatMap((snippet) => snippet.prefixes);
    expect(prefixes).toEqual([...new Set(prefixes)]);
  });
});

import { describe, expect, test } from 'vitest';
import { provideFormatting, provideOnTypeFormatting } from '../../../../server/src/dockerfile/features/formatting.ts';
import { readSettings } from '../../../../server/src/protocol/readSettings.ts';
import type { SettingKey } from '../../../../server/src/protocol/settings.ts';
import { documentOf } from '../../../support/dockerfileMeaning.ts';
import { applyEdits, caret } from '../../../support/markedText.ts';

const options = { insertSpaces: true, tabSize: 2 };

function request(values: Partial<Record<SettingKey, unknown>> = {}) {
  return { options, settings: readSettings((key) => values[key]) };
}

/** The text after `ch` was typed before the `|`. */
function typed(marked: string, ch: string): string {
  const { text, position } = caret(marked);
  return applyEdits(text, provideOnTypeFormatting(documentOf(text), { ...request(), typed: { position, ch } }));
}

test('settings say how', () => {
  const text = 'FROM a\nRUN apk add \\\n  b \\\n  a\n';
  const document = documentOf(text);
  const settings = { 'gantry.format.casing': 'lower', 'gantry.format.sortPackages': true };
  expect(applyEdits(text, provideFormatting(document, request(settings)))).toBe(
    'from a\nrun apk add \\\n  a \\\n  b\n',
  );
  expect(provideFormatting(document, request())).toEqual([]);
});

describe('an escape character', () => {
  test('indents the line that it takes in, and touches nothing else', () => {
    expect(typed('run  a \\|\nb   c\nRUN d\n', '\\')).toBe('run  a \\\n  b   c\nRUN d\n');
    expect(typed('# escape=`\nRUN a `|\nb', '`')).toBe('# escape=`\nRUN a `\n  b');
  });
  test.each([
    ['that is not at the end of the line', 'RUN a \\| b\nc\n', '\\'],
    ['inside of a quoted text', 'RUN "a \\|\nb"\n', '\\'],
    ['of another kind', 'RUN a `|\nb\n', '`'],
    ['in a here-document', 'RUN <<EOF\na \\|\nb\nEOF\n', '\\'],
    ['in a comment', '# a \\|\nb\n', '\\'],
    ['in the last line', 'RUN a \\|', '\\'],
  ])('%s does nothing', (_, marked, ch) => {
    expect(typed(marked, ch)).toBe(caret(marked).text);
  });
});

describe('a new line', () => {
  test('is one step in below the first line of an instruction', () => {
    expect(typed('RUN a \\\n|\n', '\n')).toBe('RUN a \\\n  \n');
    expect(typed('RUN a \\\n      |\nRUN b\n', '\n')).toBe('RUN a \\\n  \nRUN b\n');
  });
  test('begins as the line above it does, further down', () => {
    expect(typed('RUN a \\\n   b \\\n|\n', '\n')).toBe('RUN a \\\n   b \\\n   \n');
  });
  test('takes along what stood behind the cursor', () => {
    expect(typed('RUN a \\\n|b\n', '\n')).toBe('RUN a \\\n  b\n');
  });
  test.each([['RUN a\n|\n'], ['RUN <<EOF\na \\\n|\nEOF\n'], ['# a \\\n|\n'], ['\n|\n']])(
    'elsewhere is left alone: %j',
    (marked) => {
      expect(typed(marked, '\n')).toBe(caret(marked).text);
    },
  );
});

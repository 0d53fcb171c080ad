import { TextDocument } from 'vscode-languageserver-textdocument';
import { expect, test } from 'vitest';
import { readSettings } from '../../../server/src/protocol/readSettings.ts';
import { composeFuzzText } from '../../support/composeTexts.ts';
import { exercise } from '../../support/exercise.ts';
import { language } from './open.ts';

test('nothing throws, whatever the text', async () => {
  const asked = language();
  for (let seed = 1; seed <= 50; seed += 1)
    await expect(
      exercise(asked, 'file:///fuzz/compose.yaml', composeFuzzText(seed)),
      `seed ${seed}`,
    ).resolves.toBeDefined();
});

/** It once took a minute for 300 KB, each blank counted anew. */
test('a long line of blanks is formatted in a moment, and stays', () => {
  const asked = language();
  const text = `services:\n  web:\n    command: "${' '.repeat(300_000)}x"\n`;
  const document = asked.open(TextDocument.create('file:///fuzz/compose.yaml', 'dockercompose', 1, text));
  const options = { tabSize: 2, insertSpaces: true };
  expect(
    asked.provideFormatting?.(
      document,
      options,
      readSettings(() => undefined),
    ),
  ).toEqual([]);
});

import { describe, expect } from 'vitest';
import { applyEdits } from '../support/markedText.ts';
import { test } from '../support/wire.ts';

const uri = 'file:///project/compose.yaml';
const textDocument = { uri };

describe('each feature that helps to write compose files', () => {
  test('formatting, of a document and a range, with the keys in order when the settings say so', async ({ start }) => {
    const { client, open } = await start({
      capabilities: { workspace: { configuration: true } },
      configuration: (key) => (key === 'gantry.format.sortKeys' ? true : null),
    });
    const text = 'services:\n    web:\n        ports:   ["80"]\n        image:  a\n';
    open(uri, text, 'dockercompose');
    const options = { tabSize: 2, insertSpaces: true };
    const ask = async (method: string, more = {}): Promise<string> =>
      applyEdits(text, await client.sendRequest<[]>(`textDocument/${method}`, { textDocument, options, ...more }));
    expect(await ask('formatting')).toBe('services:\n  web:\n    image: a\n    ports: ["80"]\n');
    const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
    expect(await ask('rangeFormatting', { range })).toBe(text.replace('image:  a', 'image: a'));
  });
});

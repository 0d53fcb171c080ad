import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { codeOf, diagnostics, withFile } from '../support/editor.ts';

suite('compose files', () => {
  test('a misspelled key is underlined where it is', async () => {
    const text = 'services:\n  web:\n    image: nginx:1.29\n    prots:\n      - "80"\n';
    await withFile({ name: 'compose.yaml', text }, async (document) => {
      const [problem] = await diagnostics(document);
      assert.ok(problem);
      assert.equal(codeOf(problem), 'unknown-key');
      assert.equal(document.getText(problem.range), 'prots');
    });
  });
});

import { expect, it } from 'vitest';
import { documentPath } from '../../../client/src/document/address.ts';
import { withoutIcons, withoutLinks } from '../../../client/src/ui/vscode/text.ts';

it('shows what looks like an icon as text', () => {
  expect(withoutIcons('sh -c "$(trash) $(loading~spin) $(ls -l)"')).toBe(
    String.raw`sh -c "\$(trash) \$(loading~spin) $(ls -l)"`,
  );
});

it('leaves no link in a message', () => {
  expect(withoutLinks('see [here](command:workbench.action.quit)')).not.toMatch(/\]\(/);
});

it('keeps a name in the last part of the path, and what is not the same apart', () => {
  expect(documentPath('a/b', 'team/web:1.json')).toMatch(/^\/[0-9a-f]{8}\/team∕web:1\.json$/);
  expect(documentPath('a', 'x')).not.toBe(documentPath('b', 'x'));
});

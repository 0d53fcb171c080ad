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

it('keeps a name in the last part of the path', () => {
  expect(documentPath('a/b', 'team/web:1.json').split('/')).toEqual(['', 'a%2Fb', 'team∕web:1.json']);
});

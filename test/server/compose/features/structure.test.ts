import { expect, test } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { provideSelectionRanges } from '../../../../server/src/compose/features/selection.ts';
import { cursorIn } from './at.ts';

/** The texts that a growing selection takes in, without the ends of long ones. */
function selections(marked: string): string[] {
  const { document, position } = cursorIn(marked);
  const [first] = provideSelectionRanges(document, [position]);
  const texts: string[] = [];
  for (let at: SelectionRange | undefined = first; at; at = at.parent) texts.push(document.text.getText(at.range));
  return texts;
}

test('a selection grows from the word to the file', () => {
  expect(selections('services:\n  web:\n    ports:\n      - "80|80:80/udp"\nname: a\n')).toEqual([
    '8080',
    '8080:80/udp',
    '"8080:80/udp"',
    '- "8080:80/udp"',
    'ports:\n      - "8080:80/udp"',
    'web:\n    ports:\n      - "8080:80/udp"',
    'services:\n  web:\n    ports:\n      - "8080:80/udp"',
    'services:\n  web:\n    ports:\n      - "8080:80/udp"\nname: a',
    'services:\n  web:\n    ports:\n      - "8080:80/udp"\nname: a\n',
  ]);
  expect(selections('services:\n  web:\n    image: nginx:${TA|G:-1}\n').slice(0, 4)).toEqual([
    'TAG',
    '${TAG:-1}',
    'nginx:${TAG:-1}',
    'image: nginx:${TAG:-1}',
  ]);
  expect(selections('ser|vices:\n  web: {}\n').slice(0, 2)).toEqual(['services', 'services:\n  web: {}']);
});

test('there is a selection everywhere', () => {
  for (const marked of ['|', 'a: b\n|', '# c|\n', 'a: &b |\n', 'a:\n  |\n  b: c\n'])
    expect(selections(marked).length).toBeGreaterThan(0);
});

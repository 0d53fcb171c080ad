import { expect, test } from 'vitest';
import { formatHistory } from '../../../client/src/commands/image/historyText.ts';
import { instructionOf } from '../../../client/src/tree/nodes/instruction.ts';

const layer = { createdAt: Date.UTC(2026, 0, 1), comment: '', tags: [] };

test.each([
  ['/bin/sh -c #(nop)  CMD ["sh"]', 'CMD ["sh"]'],
  ['/bin/sh -c #(nop) COPY dir:abc in /srv ', 'COPY dir:abc in /srv'],
  ['/bin/bash -o pipefail -c #(nop)  USER app', 'USER app'],
  ['/bin/sh -c apt-get update', 'RUN apt-get update'],
  ['|1 V=1 /bin/sh -c echo $V', 'RUN [V=1] echo $V'],
  ['RUN |2 A=1 B=2 /bin/sh -c make # buildkit', 'RUN [A=1 B=2] make'],
  ['RUN /bin/sh -c echo "#(nop)" # buildkit', 'RUN echo "#(nop)"'],
  ['COPY . /srv # buildkit', 'COPY . /srv'],
  ['CMD ["sh"]', 'CMD ["sh"]'],
  ['sh -c true', 'sh -c true'],
  ['', '(not recorded)'],
])('%j was %j', (createdBy, instruction) => {
  expect(instructionOf({ createdBy, comment: '' })).toBe(instruction);
});

test('without an instruction the comment tells something', () => {
  expect(instructionOf({ createdBy: '', comment: 'Imported from -' })).toBe('(Imported from -)');
});

test('a layer a line, newest first, with a total', () => {
  const text = formatHistory(
    [
      { ...layer, createdBy: 'CMD ["sh"]', size: 0 },
      { ...layer, createdBy: '/bin/sh -c apt-get update && apt-get install -y curl', size: 12_345_678 },
      { ...layer, createdAt: 0, createdBy: '', size: 1_000_000, comment: 'Imported from -' },
    ],
    { name: 'web:1', id: 'sha256:abc', now: Date.UTC(2026, 0, 4) },
  );
  expect(text).toBe(
    [
      'web:1',
      'sha256:abc',
      '',
      '     Size  Created           Instruction, newest first',
      '      0 B  3 days ago        CMD ["sh"]',
      '  12.3 MB  3 days ago        RUN apt-get update &&',
      '                               apt-get install -y curl',
      '     1 MB  unknown           (Imported from -)',
      '',
      '  13.3 MB  in 2 layers; 1 step without content',
      '',
    ].join('\n'),
  );
});

test('control characters and many lines of a heredoc disturb nothing', () => {
  const createdBy = 'RUN /bin/sh -c \u001b[31mset -e\n\techo   hi\u0000\n\n# buildkit';
  const text = formatHistory([{ ...layer, createdBy, size: 1 }], { name: 'a', id: 'b', now: layer.createdAt });
  expect(text).not.toMatch(/[^\P{Cc}\n]/u);
  expect(text).toMatch(/RUN \[31mset -e\n {31}echo hi\n/);
});

test('an image without any history has none', () => {
  expect(formatHistory([], { name: 'a', id: 'b', now: 0 })).toMatch(/0 B {2}in 0 layers; 0 steps without content\n$/);
});

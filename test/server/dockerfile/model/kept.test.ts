import { describe, expect, test } from 'vitest';
import { parseDockerfile, type ParsedDockerfile } from '../../../../server/src/dockerfile/model/parse.ts';
import { textsToEdit, versionsOf } from '../../../support/dockerfileEdits.ts';

/** Everything that is known of the instructions but their notes; where each character of a line stands, too. */
function plain({ instructions, ...parsed }: ParsedDockerfile): unknown {
  return {
    ...parsed,
    instructions: instructions.map(({ line, ...rest }) => ({
      ...rest,
      notes: undefined,
      text: line.text,
      offsets: Array.from({ length: line.text.length + 1 }, (_index, index) => line.offsetAt(index)),
    })),
  };
}

test('reads after any edit what it reads at once', async () => {
  for (const [seed, text] of (await textsToEdit()).entries()) {
    let before: ParsedDockerfile | undefined;
    for (const version of versionsOf(text.slice(0, 4_000), { seed, edits: 12 })) {
      const parsed = parseDockerfile(version, before);
      expect(plain(parsed), JSON.stringify([before?.text, version])).toEqual(plain(parseDockerfile(version)));
      before = parsed;
    }
  }
});

test('reads an instruction again that what follows it makes another one', () => {
  const before = 'FROM a\nRUN "b <<EOF\nUSER c\nCMD d\n';
  const after = `${before}EOF\n`;
  expect(plain(parseDockerfile(after, parseDockerfile(before)))).toEqual(plain(parseDockerfile(after)));
});

describe('takes over what did not change', () => {
  const text = 'FROM a\nRUN b \\\n  c\n# d\nCOPY e f\nCMD g\n';
  const before = parseDockerfile(text);
  const keptOf = (version: string): readonly string[] => {
    const known = new Set(before.instructions.map(({ notes }) => notes));
    return parseDockerfile(version, before).instructions.flatMap(({ notes, keyword }) =>
      known.has(notes) ? [keyword] : [],
    );
  };
  test.each([
    ['in a line', text.replace('e f', 'e ff'), ['FROM', 'RUN', 'CMD']],
    ['in a comment', text.replace('# d', '# more'), ['FROM', 'RUN', 'COPY', 'CMD']],
    ['with a new line', text.replace('# d', '# d\nENV A=1'), ['FROM', 'RUN', 'COPY', 'CMD']],
    ['with a line that continues', text.replace('e f', 'e f \\'), ['FROM', 'RUN']],
    ['in the first line', text.replace('FROM a', 'FROM ab'), ['RUN', 'COPY', 'CMD']],
    ['in the last line', text.replace('CMD g', 'CMD gh'), ['FROM', 'RUN', 'COPY']],
    ['with a directive that changes how all is read', `# escape=\`\n${text}`, []],
  ])('%s', (_, version, expected) => {
    expect(keptOf(version)).toEqual(expected);
  });
});

import { describe, expect, test } from 'vitest';
import { choose, itemsAt, labelsAt } from './at.ts';

describe('where an instruction may stand', () => {
  test('before the first FROM only FROM and ARG', async () => {
    const labels = await labelsAt('ARG A=1\n|\n');
    expect(labels).toContain('FROM');
    expect(labels.every((label) => /^(FROM|ARG)\b/.test(label))).toBe(true);
  });

  test('everything behind it, the usual before the rest, the obsolete last', async () => {
    const labels = await labelsAt('FROM a\n|\n');
    expect(labels.indexOf('RUN')).toBeLessThan(labels.indexOf('ONBUILD'));
    expect(labels.at(-1)).toBe('MAINTAINER');
  });

  test('everything also where the FROM is broken', async () => {
    expect(await labelsAt('FRM a\nRUN x\n|\n')).toContain('COPY');
  });

  test('after ONBUILD no FROM, ONBUILD and MAINTAINER', async () => {
    const labels = await labelsAt('FROM a\nONBUILD |\n');
    expect(labels).toEqual(expect.arrayContaining(['RUN', 'COPY', 'RUN <<EOF']));
    for (const none of ['FROM', 'ONBUILD', 'MAINTAINER']) expect(labels).not.toContain(none);
  });

  test('nothing in a here-document', async () => {
    expect(await labelsAt('FROM a\nRUN <<EOF\n|\nEOF\n')).toEqual([]);
    expect(await labelsAt('FROM a\nCOPY <<EOF /x\nen|\n')).toEqual([]);
    expect(await labelsAt('FROM a\nRUN <<EOF\nEOF\n|')).toContain('COPY');
  });

  test('nothing behind what continues a line, and nothing in the shell of a RUN', async () => {
    expect(await labelsAt('FROM a\nRUN a \\|\n b\n')).toEqual([]);
    expect(await labelsAt('FROM a\nRUN apt-get |\n')).toEqual([]);
    expect(await labelsAt('FROM a\nRUN a && \\\n|')).toEqual([]);
  });
});

describe('what is written', () => {
  test('a keyword alone, and whole ways to write it', async () => {
    expect(await choose('FROM a\nEXP|\n', 'EXPOSE')).toBe('FROM a\nEXPOSE \n');
    expect(await choose('FROM a\nEXP|\n', 'EXPOSE port')).toBe('FROM a\nEXPOSE ${1:8080}\n');
  });

  test('only the keyword where something follows, all of it replaced', async () => {
    expect(await labelsAt('FROM a\nCO|PX a b\n')).not.toContain('COPY source destination');
    expect(await choose('FROM a\nCO|PX a b\n', 'COPY')).toBe('FROM a\nCOPY a b\n');
  });

  test('a word that is continued on the next line is replaced on its own', async () => {
    expect(await choose('FROM a\nRU|\\\nN x\n', 'RUN')).toBe('FROM a\nRUN\\\nN x\n');
    expect(await choose('FROM a\nCOPY --li|\\\nnk a b\n', '--link')).toBe('FROM a\nCOPY --link\\\nnk a b\n');
  });

  test('in the case of the file', async () => {
    expect(await choose('from a as b\nrun x\nex|\n', 'expose')).toBe('from a as b\nrun x\nexpose \n');
    expect(await choose('from a\n|\n', 'from image as name')).toContain('from ${1:image}:${2:tag} as ${3:name}');
  });

  test('plain where the client has no snippets', async () => {
    const client = {};
    expect(await choose('FROM a\n|\n', 'COPY source destination', { client })).toBe(
      'FROM a\nCOPY source destination\n',
    );
    expect(await choose('FROM a\n|\n', 'CMD ["executable", "parameter"]', { client })).toBe(
      'FROM a\nCMD ["executable", "parameter"]\n',
    );
  });

  test('with the escape character of the file', async () => {
    const text = '# escape=`\nFROM a\n|\n';
    expect(await choose(text, 'HEALTHCHECK CMD command', { client: {} })).toContain('--retries=3 `\n    CMD command');
  });

  test('going on with what follows, where the editor can and there is something', async () => {
    const items = await itemsAt('FROM a\n|\n', { suggestCommand: 'again' });
    const commandOf = (wanted: string): unknown => items.find(({ label }) => label === wanted)?.command?.command;
    expect([commandOf('FROM'), commandOf('RUN')]).toEqual(['again', undefined]);
  });

  test('with the line endings of the file', async () => {
    expect(await choose('FROM a\r\n|\r\n', 'RUN <<EOF')).toBe('FROM a\r\nRUN <<EOF\r\n${1:set -e}\r\n$0\r\nEOF\r\n');
  });

  test('after a byte order mark', async () => {
    expect(await choose('\uFEFFFR|', 'FROM')).toBe('\uFEFFFROM ');
  });

  test('with what it is', async () => {
    const item = (await itemsAt('FROM a\nWORK|\n')).find(({ label }) => label === 'WORKDIR');
    expect(item).toMatchObject({ kind: 14, detail: expect.any(String) as string, documentation: { kind: 'markdown' } });
  });
});

import { describe, expect, test } from 'vitest';
import { choose, itemsAt, labelsAt } from './at.ts';

const head = 'ARG GLOBAL=1\nFROM a\nARG GLOBAL\nARG OTHER\nENV HOME=/home/app PORT="80"\n';

describe('variables', () => {
  test('with their values, and where they were set', async () => {
    const items = await itemsAt(`${head}WORKDIR $|\nENV LATER=1\n`);
    expect(items.map(({ label, detail }) => [label, detail])).toEqual([
      ['GLOBAL', '1'],
      ['HOME', '/home/app'],
      ['PORT', '80'],
      ['OTHER', 'given to the build'],
    ]);
    expect(items[1]).toMatchObject({ documentation: { value: '`ENV` in line 5' } });
  });

  test('only what is in scope', async () => {
    expect(await labelsAt('ARG GLOBAL=1\nFROM a\nENV X=1\nFROM b\nUSER $|\n')).toEqual([]);
    expect(await labelsAt('FROM a AS x\nENV X=1\nFROM x\nUSER $|\n')).toEqual(['X']);
    expect(await labelsAt('FROM a\nENV X=1\nFROM b:$|\n')).not.toContain('X');
  });

  test('in braces, which are closed unless they are', async () => {
    expect(await choose(`${head}WORKDIR \${HO|\n`, 'HOME')).toContain('WORKDIR ${HOME\\}\n');
    expect(await choose(`${head}WORKDIR \${HO|X}/y\n`, 'HOME')).toContain('WORKDIR ${HOME}/y\n');
    expect(await choose(`${head}WORKDIR \${|\n`, 'HOME', { client: {} })).toContain('WORKDIR ${HOME}\n');
  });

  test('within words, quotes, flags, JSON and the shell', async () => {
    for (const line of [
      'COPY a$| b',
      'LABEL a="b $|"',
      'COPY ["$|"]',
      'RUN echo "$|"',
      'RUN --mount=type=cache,target=$|',
      'ONBUILD COPY $|',
      'COPY --chown=$|',
      'RUN a \\\n && b $|',
    ])
      expect(await labelsAt(`${head}${line}\n`), line).toContain('HOME');
  });

  test('not where nothing is replaced', async () => {
    for (const line of ["LABEL a='$|'", 'RUN ["$|"]', 'USER \\$|', 'SHELL ["$|"]'])
      expect(await labelsAt(`${head}${line}\n`), line).not.toContain('HOME');
  });

  test('modifiers, behind a colon or a name that exists', async () => {
    expect(await labelsAt(`${head}USER \${HOME:|\n`)).toEqual([':-default', ':+word', ':?message']);
    expect(await choose(`${head}USER \${HOME:|\n`, ':-default')).toContain('USER ${HOME:-${1:default}\\}\n');
    expect(await labelsAt(`${head}USER \${HOME|}\n`)).toEqual(
      expect.arrayContaining(['HOME', 'HOME:-default', 'HOME%pattern']),
    );
  });

  test('the platforms of the build in a FROM', async () => {
    expect(await labelsAt('FROM a:$|\n')).toContain('TARGETARCH');
    expect(await labelsAt('FROM a\nUSER $|\n')).not.toContain('TARGETARCH');
    expect(await labelsAt('FROM a\nARG TARGETARCH\nUSER $|\n')).toContain('TARGETARCH');
  });
});

describe('ARG', () => {
  test('in a stage, what is declared above and what the builder gives', async () => {
    const labels = await labelsAt('ARG V=1\nFROM a\nARG |\n');
    expect(labels.slice(0, 2)).toEqual(['V', 'TARGETPLATFORM']);
  });

  test('nothing twice, nothing for a value', async () => {
    expect(await labelsAt('ARG V=1\nFROM a\nARG V\nARG |\n')).not.toContain('V');
    expect(await labelsAt('ARG V=1\nFROM a\nARG X=|\n')).toEqual([]);
    expect(await choose('ARG V=1\nFROM a\nARG X|=2\n', 'V')).toBe('ARG V=1\nFROM a\nARG V=2\n');
  });
});

import { describe, expect, test } from 'vitest';
import { choose, filesOf, itemsAt, labelsAt } from './at.ts';

const files = filesOf('/w/package.json', '/w/src/index.ts', '/w/src/lib/a.ts', '/w/.env', '/w/two words.txt');

describe('sources', () => {
  test('files and folders of the context, hidden ones later', async () => {
    const labels = await labelsAt('FROM a\nCOPY |\n', { files });
    expect(labels.filter((label) => !label.startsWith('--'))).toEqual(['package.json', 'src/', '.env']);
  });

  test('in a folder, however it is written', async () => {
    expect(await labelsAt('FROM a\nCOPY src/|\n', { files })).toEqual(['src/index.ts', 'src/lib/']);
    expect(await labelsAt('FROM a\nADD ./src/l|\n', { files })).toContain('./src/lib/');
    expect(await labelsAt('FROM a\nCOPY /src/|\n', { files })).toContain('/src/lib/');
    expect(await labelsAt('FROM a\nCOPY ../src/|\n', { files })).toContain('../src/lib/');
    expect(await choose('FROM a\nCOPY src/i|x /y\n', 'src/index.ts', { files })).toBe('FROM a\nCOPY src/index.ts /y\n');
  });

  test('in JSON, blanks too', async () => {
    expect(await labelsAt('FROM a\nCOPY ["|"]\n', { files })).toContain('two words.txt');
    expect(await choose('FROM a\nCOPY ["package.json", "s|"]\n', 'src/', { files })).toBe(
      'FROM a\nCOPY ["package.json", "src/"]\n',
    );
    expect(await labelsAt('FROM a\nCOPY [|\n', { files })).toEqual([]);
  });

  test('not what is ignored', async () => {
    const ignored = () => (path: string) => path === '.env' || path === 'src/lib';
    expect(await labelsAt('FROM a\nCOPY |\n', { files, ignored })).not.toContain('.env');
    expect(await labelsAt('FROM a\nCOPY src/|\n', { files, ignored })).toEqual(['src/index.ts']);
  });

  test('the context is where the .dockerignore is', async () => {
    const context = { path: '/w/src/Dockerfile', dockerignore: { path: '/w/.dockerignore', text: '' } };
    expect(await labelsAt('FROM a\nCOPY src/|\n', { files, context })).toContain('src/lib/');
    expect(await labelsAt('FROM a\nCOPY |\n', { files, context: { path: '/w/src/Dockerfile' } })).toContain('index.ts');
  });

  test('a folder asks for what is in it, where the editor can', async () => {
    const items = await itemsAt('FROM a\nCOPY |\n', { files, suggestCommand: 'again' });
    expect(items.find(({ label }) => label === 'src/')?.command).toMatchObject({ command: 'again' });
    expect(items.find(({ label }) => label === 'package.json')?.command).toBeUndefined();
  });

  test('what another stage has, with --from', async () => {
    const text = 'FROM a AS build\nWORKDIR /app\nCOPY x dist/\nFROM b\nCOPY --from=build |\n';
    const labels = await labelsAt(text, { files });
    expect(labels).toEqual(expect.arrayContaining(['/app', '/app/dist/']));
    expect(labels).not.toContain('package.json');
  });

  test('nothing below a pattern, and nothing without a folder', async () => {
    expect(await labelsAt('FROM a\nCOPY */|\n', { files })).toEqual([]);
    const nowhere = { files, context: { path: undefined } } as never;
    expect(await labelsAt('FROM a\nCOPY src/|\n', nowhere)).toEqual([]);
  });
});

describe('destinations', () => {
  const text =
    'FROM a AS base\nENV HOME=/home/app\nWORKDIR /srv\nFROM base\nWORKDIR sub\nCOPY a ${HOME}/x/\nCOPY a |\n';

  test('the working directory, and where earlier steps put things, through the chain of stages', async () => {
    const items = await itemsAt(text, { files });
    expect(items[0]).toMatchObject({ label: './', detail: '/srv/sub' });
    expect(items.map(({ label }) => label).slice(1, 4)).toEqual(['/home/app/x/', '/srv/sub', '/srv']);
  });

  test('not for a source with another word behind it', async () => {
    expect(await labelsAt('FROM a\nWORKDIR /srv\nCOPY a | /b\n', { files })).not.toContain('/srv');
  });

  test('WORKDIR knows those of other stages', async () => {
    expect(await labelsAt('FROM a\nWORKDIR /one\nFROM b\nWORKDIR |\n')).toContain('/one');
  });
});

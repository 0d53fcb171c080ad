import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { provideWorkspace, sample } from '../../../scripts/sample/workspace.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const read = (folder: string): Promise<string> => readFile(join(folder, 'Dockerfile'), 'utf8');

test('copies the sample, keeps what was done to it, and starts over when asked', async () => {
  await using parent = await temporaryFolder();
  const folder = join(parent.path, 'web');
  const original = await read(sample);
  await provideWorkspace(folder, { fresh: false });
  expect(await read(folder)).toBe(original);
  await appendFile(join(folder, 'Dockerfile'), '# mine\n');
  await provideWorkspace(folder, { fresh: false });
  expect(await read(folder)).toBe(`${original}# mine\n`);
  await provideWorkspace(folder, { fresh: true });
  expect(await read(folder)).toBe(original);
});

test('brings a copy that nobody touched up to date, and no other', async () => {
  await using parent = await temporaryFolder();
  const folder = join(parent.path, 'web');
  const from = join(parent.path, 'sample');
  await mkdir(from);
  const change = (text: string): Promise<void> => writeFile(join(from, 'Dockerfile'), text);
  await change('one');
  await provideWorkspace(folder, { fresh: false, from });
  await change('two');
  await provideWorkspace(folder, { fresh: false, from });
  expect(await read(folder)).toBe('two');
  await appendFile(join(folder, 'Dockerfile'), ' of mine');
  await change('three');
  await provideWorkspace(folder, { fresh: false, from });
  expect(await read(folder)).toBe('two of mine');
});

import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { findProgram } from '../../../server/src/shellcheck/program.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

test('takes the first on PATH that can be run', async () => {
  await using folder = await temporaryFolder();
  const [none, folders, data, program] = ['none', 'folders', 'data', 'program'].map((name) => join(folder.path, name));
  if (!none || !folders || !data || !program) throw new Error('unreachable');
  await Promise.all([data, program, join(folders, 'shellcheck')].map((path) => mkdir(path, { recursive: true })));
  await writeFile(join(data, 'shellcheck'), '', { mode: 0o600 });
  for (const name of ['shellcheck', 'other']) {
    await writeFile(join(program, name), '');
    await chmod(join(program, name), 0o755);
  }
  const PATH = [none, folders, data, program].join(delimiter);
  expect(await findProgram('', { PATH })).toBe(join(program, 'shellcheck'));
  expect(await findProgram(' other ', { PATH })).toBe(join(program, 'other'));
  expect(await findProgram('absent', { PATH })).toBeUndefined();
  expect(await findProgram(join(program, 'other'), {})).toBe(join(program, 'other'));
  expect(await findProgram(`~/${relative(homedir(), join(program, 'other'))}`, {})).toBe(join(program, 'other'));
});

test('takes nothing that depends on the current folder', async () => {
  const here = relative(process.cwd(), join(import.meta.dirname, '../../support'));
  expect(await findProgram('', { PATH: '' })).toBeUndefined();
  expect(await findProgram('shellcheck.mjs', { PATH: here })).toBeUndefined();
  expect(await findProgram(`./${here}/shellcheck.mjs`, {})).toBeUndefined();
});

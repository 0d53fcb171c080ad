import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { findFiles } from '../../../server/src/workspace/findFiles.ts';
import { configPaths, readSurroundings } from '../../../server/src/workspace/surroundings.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

async function put(folder: string, name: string, text = ''): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, text);
  return path;
}

test('finds the nearest configuration, from the folder upwards', async () => {
  await using folder = await temporaryFolder();
  const outer = await put(folder.path, '.hadolint.yml', 'no-fail: true');
  const uri = pathToFileURL(join(folder.path, 'a b', 'c', 'Dockerfile')).href;
  expect((await readSurroundings(uri, {})).hadolintConfig).toEqual({ path: outer, text: 'no-fail: true' });
  const inner = await put(folder.path, 'a b/.hadolint.yaml', '{}');
  expect((await readSurroundings(uri, {})).hadolintConfig?.path).toBe(inner);
  expect((await readSurroundings(uri, {})).path).toBe(join(folder.path, 'a b', 'c', 'Dockerfile'));
});

test('then the user’s own', async () => {
  await using folder = await temporaryFolder();
  const own = await put(folder.path, 'config/hadolint.yaml');
  const uri = pathToFileURL(join(folder.path, 'x', 'Dockerfile')).href;
  const env = { XDG_CONFIG_HOME: join(folder.path, 'config') };
  expect((await readSurroundings(uri, env)).hadolintConfig?.path).toBe(own);
  expect(configPaths('/', env, '/home/me').slice(-6)).toEqual([
    '/home/me/.hadolint/hadolint.yaml',
    '/home/me/.hadolint/hadolint.yml',
    '/home/me/hadolint/config.yaml',
    '/home/me/hadolint/config.yml',
    '/home/me/.hadolint.yaml',
    '/home/me/.hadolint.yml',
  ]);
});

test.each(['untitled:Untitled-1', 'vscode-vfs://github/a/b/Dockerfile', 'file:///%', 'nonsense'])(
  '%s has no surroundings',
  async (uri) => {
    expect(await readSurroundings(uri, {})).toEqual({});
  },
);

test('searches folders, skips those of others, and follows no link to a folder', async () => {
  await using folder = await temporaryFolder();
  for (const name of [
    'Dockerfile',
    'b/Dockerfile',
    'b/other',
    'a/x.dockerfile',
    'node_modules/Dockerfile',
    '.git/Dockerfile',
  ])
    await put(folder.path, name);
  await symlink(folder.path, join(folder.path, 'loop'));
  const found: string[] = [];
  const wanted = (name: string): boolean => /dockerfile$/i.test(name);
  for await (const path of findFiles('.', { cwd: folder.path, wanted })) found.push(path);
  expect(found).toEqual(['Dockerfile', 'a/x.dockerfile', 'b/Dockerfile']);
  await expect(async () => {
    for await (const path of findFiles('missing', { cwd: folder.path, wanted })) found.push(path);
  }).rejects.toThrow(/ENOENT/);
});

import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, readdir, readlink, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hostFiles } from '../../../../client/src/engine/archive/hostFiles.ts';
import { readTar } from '../../../../client/src/engine/archive/readTar.ts';
import { unpack } from '../../../../client/src/engine/archive/unpack.ts';
import { writeTar } from '../../../../client/src/engine/archive/writeTar.ts';
import { collect } from '../../../support/engine.ts';
import { tar } from '../../../support/tar.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

/** A stream that is cut every few bytes. */
async function* cut(data: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < data.length; at += size) yield data.subarray(at, at + size);
}
const { signal } = new AbortController();

const long = `${'a-long-name/'.repeat(15)}file`;
const umlauts = 'Größe.txt';

test('what is packed is what tar(1) reads, and what tar(1) packs is what is read', async () => {
  await using folder = await temporaryFolder();
  const from = join(folder.path, 'from');
  await mkdir(join(from, long, '..'), { recursive: true });
  await writeFile(join(from, long), 'deep');
  await writeFile(join(from, umlauts), 'x'.repeat(1500));
  await writeFile(join(from, 'empty'), '');
  await writeFile(join(from, 'run.sh'), '#!/bin/sh\n');
  await chmod(join(from, 'run.sh'), 0o750);
  await utimes(join(from, 'run.sh'), 1_600_000_000, 1_600_000_000);
  await symlink('run.sh', join(from, 'link'));

  const packed = Buffer.concat(await collect(writeTar(hostFiles(from, 'top'))));
  await mkdir(join(folder.path, 'out'));
  execFileSync('tar', ['-xf', '-', '-C', join(folder.path, 'out')], { input: packed });
  execFileSync('diff', ['-r', from, join(folder.path, 'out', 'top')]);
  expect((await stat(join(folder.path, 'out', 'top', 'run.sh'))).mode & 0o777).toBe(0o750);

  for (const format of ['ustar', 'gnu', 'pax']) {
    // ustar has no room for the long name.
    const exclude = format === 'ustar' ? ['--exclude=a-long-name'] : [];
    const archive = execFileSync('tar', [`--format=${format}`, ...exclude, '-cf', '-', '-C', folder.path, 'from']);
    const into = join(folder.path, format);
    await mkdir(into);
    const { left } = await unpack(cut(archive), { folder: into, name: 'renamed', signal });
    expect(left).toEqual([]);
    execFileSync('diff', ['-r', ...(format === 'ustar' ? ['-x', 'a-long-name'] : []), from, join(into, 'renamed')]);
    expect(await readlink(join(into, 'renamed', 'link'))).toBe('run.sh');
    expect((await stat(join(into, 'renamed', 'run.sh'))).mtimeMs).toBe(1_600_000_000_000);
  }
});

test('an entry that is not read is skipped', async () => {
  const archive = tar([
    { path: 'one', data: 'x'.repeat(2000) },
    { path: 'folder/' },
    { path: 'two', data: 'second', mode: 0o600 },
  ]);
  const seen: unknown[] = [];
  for await (const { path, kind, size, mode, data } of readTar(cut(archive))) {
    seen.push([path, kind, size]);
    if (path === 'two') {
      expect(mode).toBe(0o600);
      expect(Buffer.concat(await collect(data)).toString()).toBe('second');
    }
  }
  expect(seen).toEqual([
    ['one', 'file', 2000],
    ['folder', 'folder', 0],
    ['two', 'file', 6],
  ]);
});

test('what is no archive, and one that breaks off, is said', async () => {
  await expect(collect(readTar(cut(Buffer.from('no tar at all'.repeat(100)))))).rejects.toThrow(/not a tar archive/);
  const archive = tar([{ path: 'one', data: 'x'.repeat(2000) }]).subarray(0, 1000);
  await expect(collect(readTar(cut(archive)))).rejects.toThrow(/in the middle of “one”/);
  expect(await collect(readTar(cut(Buffer.alloc(0))))).toEqual([]);
});

test('nothing is written outside of the folder', async () => {
  await using folder = await temporaryFolder();
  const into = join(folder.path, 'into');
  await mkdir(into);
  await mkdir(join(folder.path, 'outside'));
  await symlink(join(folder.path, 'outside'), join(into, 'trap'));
  await writeFile(join(folder.path, 'precious'), 'kept');
  await symlink(join(folder.path, 'precious'), join(into, 'file'));
  const archive = tar([
    { path: '../escaped', data: 'x' },
    { path: '/absolute', data: 'x' },
    { path: 'trap/through', data: 'x' },
    { path: 'out', link: '../..' },
    { path: 'out/through', data: 'x' },
    { path: 'file', data: 'replaced' },
  ]);
  const { left } = await unpack(cut(archive), { folder: into, signal });
  expect(left).toEqual(['../escaped', 'trap/through', 'out']);
  expect(await readdir(folder.path)).toEqual(['into', 'outside', 'precious']);
  expect(await readdir(join(folder.path, 'outside'))).toEqual([]);
  expect(await readFile(join(folder.path, 'precious'), 'utf8')).toBe('kept');
  expect(await readFile(join(into, 'file'), 'utf8')).toBe('replaced');
  expect(await readFile(join(into, 'absolute'), 'utf8')).toBe('x');
});

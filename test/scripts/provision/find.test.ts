import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { account, packageAdvice } from '../../../scripts/provision/debian.ts';
import { engineHost, httpTarget } from '../../../scripts/provision/engine.ts';
import { findExecutable, findStaticBusybox } from '../../../scripts/provision/find.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

async function write(path: string, text: string, mode = 0o755): Promise<string> {
  await writeFile(path, text, 'latin1');
  await chmod(path, mode);
  return path;
}

test('finds the first name of the list that may be run', async () => {
  await using folder = await temporaryFolder();
  await write(join(folder.path, 'data'), '', 0o644);
  const second = await write(join(folder.path, 'second'), '');
  expect(await findExecutable(['absent', 'data', 'second'], folder.path)).toBe(second);
  expect(await findExecutable(['absent'], folder.path)).toBeUndefined();
});

test('only a static busybox makes an image', async () => {
  await using folder = await temporaryFolder();
  const dynamic = await write(join(folder.path, 'dynamic'), '\x7fELF…/lib64/ld-linux-x86-64.so.2\0');
  const script = await write(join(folder.path, 'script'), '#!/bin/sh\n');
  const fixed = await write(join(folder.path, 'static'), '\x7fELF…');
  expect(await findStaticBusybox([dynamic, script])).toBeUndefined();
  expect(await findStaticBusybox([dynamic, fixed])).toBe(fixed);
});

test('tells Debian from what is only like it', async () => {
  await using folder = await temporaryFolder();
  const debian = await write(join(folder.path, 'debian'), 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n');
  const ubuntu = await write(join(folder.path, 'ubuntu'), 'ID=ubuntu\nID_LIKE=debian\n');
  expect((await account(debian)).debian).toBe(true);
  expect((await account(ubuntu)).debian).toBe(false);
  expect((await account(join(folder.path, 'absent'))).debian).toBe(false);
  expect(packageAdvice(['a', 'b'], { debian: true, root: false })).toBe('run: sudo apt-get install a b');
});

test('takes the engine that the tests were given, then the CLI’s', () => {
  expect(engineHost({ GANTRY_TEST_ENGINE: 'tcp://h:1', DOCKER_HOST: 'tcp://h:2' })).toBe('tcp://h:1');
  expect(engineHost({ DOCKER_HOST: 'unix:///x.sock' })).toBe('unix:///x.sock');
});

test('reads the addresses that plain HTTP reaches', () => {
  expect(httpTarget('unix:///run/x.sock')).toEqual({ socketPath: '/run/x.sock' });
  expect(httpTarget('npipe:////./pipe/docker_engine')).toEqual({ socketPath: '\\\\.\\pipe\\docker_engine' });
  expect(httpTarget('tcp://127.0.0.1')).toEqual({ host: '127.0.0.1', port: '2375' });
  expect(httpTarget('ssh://somebody@host')).toBeUndefined();
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { socketPath, watchPath } from '../../../client/src/store/socket.ts';
import { until } from '../../support/until.ts';

const folders: string[] = [];
const folder = async (): Promise<string> => {
  const path = await mkdtemp(join(tmpdir(), 'gantry-socket-'));
  folders.push(path);
  return path;
};
afterEach(async () => {
  for (const path of folders.splice(0)) await rm(path, { recursive: true, force: true });
});

test('only a Unix socket has a path to watch', () => {
  expect(socketPath('unix:///var/run/docker.sock')).toBe('/var/run/docker.sock');
  expect(socketPath('tcp://127.0.0.1:2375')).toBeUndefined();
  expect(socketPath('npipe:////./pipe/docker_engine')).toBeUndefined();
});

test('tells of a socket that appears, and of nothing else in its folder', async () => {
  const path = join(await folder(), 'docker.sock');
  let told = 0;
  const watching = watchPath(path, () => told++);
  await writeFile(join(path, '..', 'other.pid'), '1');
  const server = createServer().listen(path);
  await until('the socket is noticed', () => told > 0);
  const before = told;
  await writeFile(join(path, '..', 'another.pid'), '1');
  server.close();
  await until('its end is noticed', () => told > before);
  watching?.dispose();
});

test('a folder that does not exist yet is waited for too', async () => {
  const root = await folder();
  let told = 0;
  const watching = watchPath(join(root, 'run', 'user', 'docker.sock'), () => told++);
  await mkdir(join(root, 'unrelated'));
  await mkdir(join(root, 'run'));
  await until('the folder is noticed', () => told > 0);
  watching?.dispose();
});

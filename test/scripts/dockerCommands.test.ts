import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { commands } from '../../client/src/commands/index.ts';

const root = resolve(import.meta.dirname, '../..');
const rows = readFileSync(resolve(root, 'docs/docker-commands.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| (?:-+|docker) /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, docker = '', place = '', tests = '']) => ({ docker, place, tests }));

it('is a table of many rows', () => {
  expect(rows.length).toBeGreaterThan(50);
});

it.each(rows)('$docker: its place is a command that there is', ({ place }) => {
  const titles = new Set(commands.map(({ title }) => title));
  for (const [, title = ''] of place.matchAll(/_([^_]+)_/g)) expect(titles, title).toContain(title);
});

it.each(rows)('$docker: its tests are there', ({ tests }) => {
  const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(existsSync(resolve(root, file)), file).toBe(true);
});

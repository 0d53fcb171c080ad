import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importTarget } from '../../scripts/lint/plugin.ts';
import { brokenWall, walls } from '../../scripts/lint/walls.ts';

const root = resolve(import.meta.dirname, '../..');

describe('each wall stops its own deliberate violation', () => {
  test.each(walls.map((wall) => [wall.name, wall] as const))('%s', (name, wall) => {
    const { file, specifier } = wall.violation;
    expect(brokenWall(file, importTarget(resolve(root, file), specifier))?.name).toBe(name);
  });
});

test('what stands on the border may pass', () => {
  expect(brokenWall('client/src/languageClient.ts', 'server/src/protocol/settings.ts')).toBeUndefined();
  expect(brokenWall('client/src/engine/dockerode.ts', 'dockerode')).toBeUndefined();
  expect(brokenWall('client/src/commands/register.ts', 'vscode')).toBeUndefined();
  expect(brokenWall('client/src/tree/provider.ts', 'vscode')).toBeUndefined();
});

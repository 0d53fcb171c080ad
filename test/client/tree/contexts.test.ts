import { expect, test } from 'vitest';
import type { ContextEntry } from '../../../client/src/engine/endpoint/contexts.ts';
import { EngineError } from '../../../client/src/engine/error.ts';
import { noContexts } from '../../support/details.ts';
import { aTree, type TreeBench } from './support.ts';

const entries: readonly ContextEntry[] = [
  {
    name: 'default',
    description: '',
    host: 'unix:///var/run/docker.sock',
    current: true,
    source: 'default',
    stored: false,
  },
  { name: 'colima', description: '', host: 'unix:///home/me/.colima/docker.sock', current: false, stored: true },
  { name: 'nas', description: 'the big one', host: 'tcp://nas:2376', current: false, stored: true },
];

async function opened(): Promise<TreeBench & { checked: string[]; drawn: () => Promise<string[]> }> {
  const checked: string[] = [];
  const bench = aTree('gantry.contexts', {
    ...noContexts,
    list: async () => entries,
    check: async (name) => {
      checked.push(name);
      if (name === 'default') return { version: '27.1.0', apiVersion: '1.46', os: 'linux', arch: 'arm64' };
      throw new EngineError('not-running', 'refused', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
    },
  });
  bench.surface.see(true);
  const drawn = async (): Promise<string[]> => {
    await bench.clock.advance(300);
    return (await bench.tree.children()).map((row) => {
      const { label, description } = bench.tree.show(row);
      return `${label} | ${description ?? ''}`;
    });
  };
  return { ...bench, checked, drawn };
}

test('contexts stand there without an engine; those of this machine are checked, no other is by itself', async () => {
  const { checked, drawn, engine } = await opened();
  expect(await drawn()).toEqual([
    'default | current · Engine 27.1.0 · unix:///var/run/docker.sock',
    'colima | not running · unix:///home/me/.colima/docker.sock',
    'nas | not checked · tcp://nas:2376',
  ]);
  expect(checked.toSorted()).toEqual(['colima', 'default']);
  expect([engine.lists, engine.streams]).toEqual([[], 0]);
});

test('checked when somebody says so, and its row says what came of it', async () => {
  const { details, drawn, checked } = await opened();
  await drawn();
  await details.ask({ about: 'context', of: 'nas' });
  expect((await drawn())[2]).toBe('nas | not running · tcp://nas:2376');
  expect(checked).toHaveLength(3);
});

test('each row tells what can be done with it', async () => {
  const { tree } = await opened();
  expect((await tree.children()).map((row) => tree.show(row).flags)).toEqual([
    ['current'],
    ['other', 'stored'],
    ['other', 'stored'],
  ]);
});

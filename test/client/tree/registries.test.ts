import { expect, test } from 'vitest';
import { EngineError } from '../../../client/src/engine/error.ts';
import type { Row } from '../../../client/src/tree/rows.ts';
import { noContexts } from '../../support/details.ts';
import { aTree, type TreeBench } from './support.ts';

const digest = `sha256:${'a'.repeat(64)}`;

async function opened(): Promise<TreeBench & { asked: string[]; drawn: (row?: Row) => Promise<string[]> }> {
  const asked: string[] = [];
  const bench = aTree('gantry.registries', noContexts, {
    hosts: async () => ['ghcr.io', 'registry.example.com:5000'],
    repositories: async (host) => {
      asked.push(host);
      if (host === 'ghcr.io') throw new EngineError('unauthorized', 'ghcr.io wants a sign-in.');
      return ['team/api', 'team/web'];
    },
    tags: async (repository) => {
      asked.push(repository);
      return ['latest', '2.0', '1.0'];
    },
  });
  bench.engine.addImage({ tags: ['redis:7'], digests: [`redis@${digest}`] });
  bench.engine.addImage({
    tags: ['registry.example.com:5000/team/web:2.0'],
    digests: [`registry.example.com:5000/team/web@${digest}`],
  });
  bench.engine.addImage({ tags: ['built-here:1'] });
  // Another view has connected.
  bench.store.watch();
  await bench.store.ready();
  bench.surface.see(true);
  const drawn = async (row?: Row): Promise<string[]> =>
    (await bench.tree.children(row)).map((child) => {
      const { label, description = '' } = bench.tree.show(child);
      return description === '' ? label : `${label} | ${description}`;
    });
  return { ...bench, asked, drawn };
}

test('Docker Hub and what was signed in to stand there, and none of them is asked before its row is opened', async () => {
  const { asked, drawn } = await opened();
  expect(await drawn()).toEqual(['Docker Hub | 1 in use here', 'ghcr.io', 'registry.example.com:5000 | 1 in use here']);
  expect(asked).toEqual([]);
});

test('opened, a registry shows its repositories, and those their tags', async () => {
  const { asked, drawn, tree } = await opened();
  const [hub, , own] = await tree.children();
  expect(await drawn(own)).toEqual(['team/api', 'team/web | in use here']);
  const web = (await tree.children(own))[1]!;
  expect(await drawn(web)).toEqual(['latest', '2.0', '1.0']);
  const [tag] = await tree.children(web);
  expect(tag?.node).toMatchObject({ reference: 'registry.example.com:5000/team/web:latest' });
  expect(asked).toEqual(['registry.example.com:5000', 'registry.example.com:5000/team/web']);
  // Docker Hub has no list: what images were pulled from stands there.
  expect(await drawn(hub)).toEqual(['redis | in use here']);
  expect(asked).toHaveLength(2);
});

test('a registry that refuses says so in a row from which it can be asked again', async () => {
  const { tree } = await opened();
  const [, ghcr] = await tree.children();
  const [notice] = await tree.children(ghcr);
  expect(tree.show(notice!)).toMatchObject({ label: 'ghcr.io wants a sign-in.', flags: ['failed'] });
});

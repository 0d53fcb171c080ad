import { expect } from 'vitest';
import { createFetchRepositories, createFetchTags } from '../../client/src/registry/tagList.ts';
import { parseReference } from '../../client/src/registry/reference.ts';
import { importImage, test } from '../support/registryFixtures.ts';

test('a registry’s repositories and their tags, with what was stored for it and without', async ({
  engine,
  registry,
}) => {
  const { host, username, password } = registry;
  const credentials = { serverAddress: host, username, password };
  const { signal } = new AbortController();
  for (const name of [`${host}/team/web:1`, `${host}/team/web:2`, `${host}/app:latest`]) {
    await importImage(engine, { name });
    for await (const _event of engine.engine.images.push(name, { credentials }, signal));
  }
  const find = async () => ({ source: 'a test', credentials });
  expect(await createFetchRepositories(find)(host, signal)).toEqual(['app', 'team/web']);
  expect(await createFetchTags(find)(parseReference(`${host}/team/web`), signal)).toEqual(['2', '1']);
  await expect(createFetchRepositories(async () => ({ source: 'nowhere' }))(host, signal)).rejects.toMatchObject({
    kind: 'unauthorized',
    message: expect.stringContaining('docker login') as string,
  });
});

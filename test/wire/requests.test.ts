import { expect } from 'vitest';
import { test } from '../support/wire.ts';

test('a Dockerfile’s outline, of a text that need not be open', async ({ start }) => {
  const { client } = await start();
  const params = { uri: 'file:///project/Dockerfile', text: 'ARG V=1\nFROM a AS build\n' };
  expect(await client.sendRequest('gantry/dockerfileOutline', params)).toEqual({
    stages: [{ name: 'build', base: 'a', line: 1 }],
    args: [{ name: 'V', default: '1', line: 0 }],
  });
});

test('a request that fails is answered as failed', async ({ start }) => {
  const { client } = await start({ languages: () => [] });
  await expect(client.sendRequest('gantry/dockerfileOutline', { uri: 'x', text: '' })).rejects.toThrow();
});

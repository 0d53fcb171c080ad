import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test as unextended } from 'vitest';
import type { RegistryCredentials } from '../../../client/src/engine/engine.ts';
import { parseReference } from '../../../client/src/registry/reference.ts';
import { createFetchTags, newestFirst } from '../../../client/src/registry/tagList.ts';

interface Registry {
  readonly host: string;
  /** The method, path and `authorization` of each request. */
  readonly asked: string[];
  answer: (request: IncomingMessage, response: ServerResponse) => void;
  fetchTags(credentials?: Partial<RegistryCredentials>): Promise<readonly string[]>;
}

/** A registry on the loopback device. */
const test = unextended.extend<{ registry: Registry }>({
  registry: async ({}, use) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? '-'}`);
      registry.answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const registry: Registry = {
      host,
      asked,
      answer: (_, response) => response.end(JSON.stringify({ tags: [] })),
      fetchTags: async (credentials) => {
        const find = async () => ({
          source: 'here',
          ...(credentials && { credentials: { serverAddress: host, ...credentials } }),
        });
        return createFetchTags(find)(parseReference(`${host}/acme/app`), new AbortController().signal);
      },
    };
    await use(registry);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

describe('tags of a registry', () => {
  test('without a sign-in, page by page', async ({ registry }) => {
    registry.answer = ({ url }, response) => {
      if (url?.includes('last=') !== true) response.setHeader('link', '</v2/acme/app/tags/list?last=1.0>; rel="next"');
      response.end(JSON.stringify({ tags: url?.includes('last=') === true ? ['2.0', 7] : ['1.0'] }));
    };
    expect(await registry.fetchTags()).toEqual(['2.0', '1.0']);
    expect(registry.asked).toEqual(['GET /v2/acme/app/tags/list?n=1000 -', 'GET /v2/acme/app/tags/list?last=1.0 -']);
  });

  test('with a token that anybody is given', async ({ registry }) => {
    registry.answer = bearer(registry, (authorization) => authorization === undefined);
    expect(await registry.fetchTags({ username: 'ada', password: 'secret' })).toEqual(['1']);
    expect(registry.asked.join('\n')).not.toContain('Basic');
    expect(registry.asked[1]).toContain('service=registry&scope=repository%3Aacme%2Fapp%3Apull');
  });

  test('with a token for the stored sign-in, when nobody else is given one', async ({ registry }) => {
    const basic = `Basic ${Buffer.from('ada:secret').toString('base64')}`;
    registry.answer = bearer(registry, (authorization) => authorization === basic);
    expect(await registry.fetchTags({ username: 'ada', password: 'secret' })).toEqual(['1']);
  });

  test('with a token for a stored token', async ({ registry }) => {
    registry.answer = bearer(registry, (_, method) => method === 'POST');
    expect(await registry.fetchTags({ identityToken: 'long' })).toEqual(['1']);
  });

  test('with a password alone, where the registry asks for that', async ({ registry }) => {
    registry.answer = ({ headers }, response) => {
      if (headers.authorization !== undefined) return void response.end(JSON.stringify({ tags: ['1'] }));
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
    };
    expect(await registry.fetchTags({ username: 'ada', password: 'secret' })).toEqual(['1']);
    await expect(registry.fetchTags()).rejects.toMatchObject({ kind: 'unauthorized' });
  });

  test('nothing stored is sent to another machine over an open line', async ({ registry }) => {
    registry.answer = (_, response) =>
      void response.writeHead(401, { 'www-authenticate': 'Bearer realm="http://registry.invalid/token"' }).end();
    await expect(registry.fetchTags({ username: 'ada', password: 'secret' })).rejects.toMatchObject({
      kind: 'unauthorized',
      message: expect.stringContaining('refuses the stored sign-in') as string,
    });
  });

  test('what is not there, what is broken, what is not a registry', async ({ registry }) => {
    registry.answer = (_, response) => void response.writeHead(404).end();
    await expect(registry.fetchTags()).rejects.toMatchObject({ kind: 'not-found' });
    registry.answer = (_, response) => void response.writeHead(500).end();
    await expect(registry.fetchTags()).rejects.toMatchObject({ kind: 'failed' });
    registry.answer = (_, response) => void response.end('<html>');
    await expect(registry.fetchTags()).rejects.toMatchObject({ kind: 'failed' });
    registry.answer = (request) => request.destroy();
    await expect(registry.fetchTags()).rejects.toMatchObject({ kind: 'failed' });
  });
});

test('the newest version first, each before its variants, names last', () => {
  const tags = ['alpine', '9', '24-slim', 'latest', '24.1', '24', '10.2.0', 'v25', '24.1-slim'];
  expect(newestFirst(tags)).toEqual(['latest', 'v25', '24', '24-slim', '24.1', '24.1-slim', '10.2.0', '9', 'alpine']);
});

/** A registry that wants a token, and gives one to whom `admits` says. */
function bearer(
  { host }: Registry,
  admits: (authorization: string | undefined, method: string | undefined) => boolean,
): Registry['answer'] {
  const challenge = `Bearer realm="http://${host}/token",service="registry",scope="repository:acme/app:pull"`;
  return ({ url, method, headers: { authorization } }, response) => {
    if (url?.startsWith('/token') === true) {
      response.writeHead(admits(authorization, method) ? 200 : 401).end(JSON.stringify({ token: 't' }));
    } else if (authorization === 'Bearer t') response.end(JSON.stringify({ tags: ['1'] }));
    else response.writeHead(401, { 'www-authenticate': challenge }).end();
  };
}

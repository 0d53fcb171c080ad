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

test('a compose file’s outline, of a text that need not be open', async ({ start }) => {
  const { client } = await start();
  const text = `services:
  web:
    build: .
    profiles: [dev]
    depends_on:
      db: {condition: service_healthy}
    networks: [front]
    volumes: ["data:/data", "./a:/b", {type: volume, source: more, target: /c}]
    ports: ["8080:80", "127.0.0.1:53:53/udp", "9000", {target: 1, published: 2}]
  db:
    image: postgres
`;
  expect(await client.sendRequest('gantry/composeOutline', { uri: 'file:///My%20Shop/compose.yaml', text })).toEqual({
    name: 'myshop',
    files: ['file:///My%20Shop/compose.yaml'],
    services: [
      {
        name: 'web',
        range: { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } },
        hasBuild: true,
        profiles: ['dev'],
        dependsOn: ['db'],
        networks: ['front'],
        volumes: ['data', 'more'],
        ports: [
          { published: '8080', target: '80', protocol: 'tcp' },
          { hostIp: '127.0.0.1', published: '53', target: '53', protocol: 'udp' },
          { published: '2', target: '1', protocol: 'tcp' },
        ],
      },
      {
        name: 'db',
        range: { start: { line: 9, character: 2 }, end: { line: 9, character: 4 } },
        image: 'postgres',
        hasBuild: false,
        profiles: [],
        dependsOn: [],
        networks: [],
        volumes: [],
        ports: [],
      },
    ],
  });
});

test('what a compose file comes to, each line with the place it comes from', async ({ start }) => {
  const { client } = await start();
  const text = 'x-a: &a {image: nginx}\nservices:\n  web: *a\n';
  const uri = 'file:///shop/compose.yaml';
  const at = (line: number, character: number, length: number): unknown => ({
    uri,
    range: { start: { line, character }, end: { line, character: character + length } },
  });
  expect(await client.sendRequest('gantry/composeConfig', { uri, text })).toEqual({
    text: 'name: shop\n\nservices:\n  web:\n    image: nginx\n',
    lines: [null, null, null, at(2, 2, 3), at(0, 16, 5), null],
  });
});

test('a request that fails is answered as failed', async ({ start }) => {
  const { client } = await start({ languages: () => [] });
  await expect(client.sendRequest('gantry/dockerfileOutline', { uri: 'x', text: '' })).rejects.toThrow();
});

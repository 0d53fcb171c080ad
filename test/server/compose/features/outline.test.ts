import { describe, expect, test } from 'vitest';
import { provideOutline } from '../../../../server/src/compose/features/outline.ts';
import { readPort } from '../../../../server/src/compose/forms/port.ts';
import { open } from '../open.ts';

describe('a project is named as compose names it', () => {
  test.each([
    ['name: My Shop!\n', 'file:///project/compose.yaml', 'myshop'],
    ['name: ${NAME}\n', 'file:///project/compose.yaml', 'project'],
    ['services: {}\n', 'file:///_a.B-c/compose.yaml', 'ab-c'],
    ['', 'untitled:Untitled-1', ''],
    ['', 'file:///100%/compose.yaml', '100'],
  ])('%j in %s is %j', (text, uri, name) => {
    expect(provideOutline(open(text, uri)).name).toBe(name);
  });
});

test('what is merged in counts, and the last of two documents', () => {
  const text = `x-a: &a {image: nginx, profiles: [p]}
services:
  web: {<<: *a}
---
services:
  web: {image: caddy}
`;
  expect(provideOutline(open(text)).services).toMatchObject([{ name: 'web', image: 'caddy', profiles: [] }]);
});

describe('a short port is taken apart', () => {
  test.each([
    ['80', { target: '80' }],
    ['8080:80', { published: '8080', target: '80' }],
    ['8080-8090:80-90/udp', { published: '8080-8090', target: '80-90', protocol: 'udp' }],
    ['127.0.0.1:8080:80', { hostIp: '127.0.0.1', published: '8080', target: '80' }],
    ['127.0.0.1::80', { hostIp: '127.0.0.1', target: '80' }],
    ['[::1]:8080:80', { hostIp: '::1', published: '8080', target: '80' }],
    ['${PORT:-8080}:80', { published: '${PORT:-8080}', target: '80' }],
    ['', undefined],
    ['a:b', undefined],
    ['1:2:3:4', undefined],
  ])('%s', (text, parts) => {
    expect(readPort(text)).toEqual(parts);
  });
});

import { describe, expect, test } from 'vitest';
import { provideOutline } from '../../../../server/src/compose/features/outline.ts';
import { readPort } from '../../../../server/src/compose/forms/port.ts';
import { assembleProject } from '../../../../server/src/compose/project/assemble.ts';
import { open } from '../open.ts';

const outline = (text: string, uri = 'file:///project/compose.yaml'): ReturnType<typeof provideOutline> => {
  const document = open(text, uri);
  return provideOutline(document, assembleProject({ files: [document] }));
};

describe('a project is named as compose names it', () => {
  test.each([
    ['name: my-shop\n', 'file:///project/compose.yaml', 'my-shop'],
    ['services: {}\n', 'file:///_a.B-c/compose.yaml', 'ab-c'],
  ])('%j in %s is %j', (text, uri, name) => {
    expect(outline(text, uri).name).toBe(name);
  });
});

test('what is merged in counts, and variables have their values, as far as these are known', () => {
  const text = `x-a: &a {image: "nginx:\${TAG:-1}", profiles: [p]}
services:
  web: {<<: *a, ports: ["\${PORT}:80", "\${OTHER:-8080}:80"]}
`;
  expect(outline(text).services).toMatchObject([
    {
      name: 'web',
      image: 'nginx:1',
      profiles: ['p'],
      ports: [
        { published: '${PORT}', target: '80' },
        { published: '8080', target: '80' },
      ],
    },
  ]);
});

test('a project of several files has the services of all, each where this file or the last one names it', () => {
  const files = [
    open('services:\n  web: {image: a}\n  db: {image: b}\n', 'file:///shop/compose.yaml'),
    open('services:\n  web: {image: c}\n  mail: {image: d}\n', 'file:///shop/compose.override.yaml'),
  ] as const;
  const [main] = files;
  const { files: uris, services } = provideOutline(main, assembleProject({ files }));
  expect(uris).toEqual(['file:///shop/compose.yaml', 'file:///shop/compose.override.yaml']);
  expect(services.map(({ name, image, range, uri }) => [name, image, range.start.line, uri])).toEqual([
    ['web', 'c', 1, undefined],
    ['db', 'b', 2, undefined],
    ['mail', 'd', 2, 'file:///shop/compose.override.yaml'],
  ]);
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

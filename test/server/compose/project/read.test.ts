import { describe, expect, test } from 'vitest';
import type { Located, Piece } from '../../../../server/src/compose/project/model.ts';
import { buildOf } from '../../../../server/src/compose/project/read/build.ts';
import {
  dependencies,
  grants,
  impliedDependencies,
  networks,
} from '../../../../server/src/compose/project/read/names.ts';
import { pairs } from '../../../../server/src/compose/project/read/pairs.ts';
import { ports } from '../../../../server/src/compose/project/read/ports.ts';
import { volumes } from '../../../../server/src/compose/project/read/volumes.ts';
import type { Service } from '../../../../server/src/compose/project/service.ts';
import { projectOf } from '../../../support/composeRule.ts';

function service(lines: string, env: Record<string, string> = {}): Service {
  const text = `services:\n  web:\n${lines.replaceAll(/^/gm, '    ')}\n`;
  const found = projectOf(text, { env }).services.get('web');
  if (!found) throw new Error('no service');
  return found;
}

/** What stands in the file at a place. */
function written({ document, start, end }: Located): string {
  return document.content.slice(start, end);
}

function shown(piece: Piece | undefined): string | undefined {
  return piece && `${piece.text} (${written(piece)})`;
}

describe('ports', () => {
  test.each([
    ['8080:80', [undefined, '8080 (8080)', '80 (80)', undefined]],
    ['80', [undefined, undefined, '80 (80)', undefined]],
    ['"127.0.0.1:8000-8005:80/udp"', ['127.0.0.1 (127.0.0.1)', '8000-8005 (8000-8005)', '80 (80)', 'udp (udp)']],
    ['"[::1]:81:80"', ['::1 (::1)', '81 (81)', '80 (80)', undefined]],
    ['"::1:81:80"', ['::1 (::1)', '81 (81)', '80 (80)', undefined]],
    ['"127.0.0.1::80"', ['127.0.0.1 (127.0.0.1)', undefined, '80 (80)', undefined]],
    ['"${HOST}:${PORT:-80}/tcp"', [undefined, '81 (${HOST})', '80 (${PORT:-80})', 'tcp (tcp)']],
    ['"${ALL}"', [undefined, '1 (${ALL})', '2 (${ALL})', undefined]],
    ['{target: 80, published: "81", protocol: udp}', [undefined, '81 ("81")', '80 (80)', 'udp (udp)']],
  ])('%s', (item, parts) => {
    const [port] = ports(service(`ports:\n  - ${item}`, { HOST: '81', ALL: '1:2' }));
    expect([port?.hostIp, port?.published, port?.target, port?.protocol].map(shown)).toEqual(parts);
  });

  test('a port with a variable that is not set is not known', () => {
    const [port] = ports(service('ports: ["${PORT}:80"]'));
    expect(port?.target?.known).toBe(false);
  });
});

describe('volumes', () => {
  test.each([
    ['data:/var/lib', ['volume', 'data (data)', '/var/lib (/var/lib)', []]],
    ['./a:/b:ro,z', ['bind', './a (./a)', '/b (/b)', ['ro (ro)', 'z (z)']]],
    ['/anonymous', ['volume', undefined, '/anonymous (/anonymous)', []]],
    ['C:\\a:/b', ['bind', 'C:\\a (C:\\a)', '/b (/b)', []]],
    ['{type: bind, source: ./x, target: /y, read_only: true}', ['bind', './x (./x)', '/y (/y)', []]],
  ])('%s', (item, [type, source, target, options]) => {
    const [mount] = volumes(service(`volumes:\n  - ${item}`));
    expect([mount?.type, shown(mount?.source), shown(mount?.target), mount?.options.map(shown)]).toEqual([
      type,
      source,
      target,
      options,
    ]);
  });

  test('read-only in both forms', () => {
    const mounts = volumes(service('volumes: ["aa:/a:ro", {type: volume, target: /b, read_only: "yes"}, "cc:/c"]'));
    expect(mounts.map(({ readOnly }) => readOnly)).toEqual([true, true, false]);
  });

  test.each([
    ['""', 'empty'],
    ['a::b', 'empty-section'],
    ['data:/b:ro:rw', 'too-many-colons'],
  ])('%s is refused: %s', (item, kind) => {
    expect(volumes(service(`volumes:\n  - ${item}`))[0]?.fault?.kind).toBe(kind);
  });
});

test('networks, dependencies and grants in both forms', () => {
  const list = service('networks: [a]\ndepends_on: [b]\nsecrets: [c]');
  const long = service(
    'networks: {a: {priority: 1}}\ndepends_on: {b: {condition: service_healthy, required: false}}\nconfigs: [{source: c, target: /d}]',
  );
  expect(networks(list).map(({ name, at }) => [name, written(at)])).toEqual([['a', 'a']]);
  expect(networks(long).map(({ name, value }) => [name, value?.text('priority')])).toEqual([['a', '1']]);
  expect(dependencies(list)).toMatchObject([{ name: 'b', condition: 'service_started', required: true }]);
  expect(dependencies(long)).toMatchObject([{ name: 'b', condition: 'service_healthy', required: false }]);
  expect(grants(list.value, 'secrets').map(({ source }) => shown(source))).toEqual(['c (c)']);
  expect(grants(long.value, 'configs').map(({ source, target }) => [shown(source), shown(target)])).toEqual([
    ['c (c)', '/d (/d)'],
  ]);
});

test('what binds a service to others', () => {
  const bound = service('network_mode: service:a\nlinks: [b:alias]\nvolumes_from: [c:ro, container:d]');
  expect(impliedDependencies(bound).map(({ key, name }) => [key, shown(name)])).toEqual([
    ['network_mode', 'a (a)'],
    ['links', 'b (b)'],
    ['volumes_from', 'c (c)'],
  ]);
});

test('pairs of a mapping and of a list', () => {
  const both = service('environment: {A: "1", B: }\nlabels: ["c=d=e", "f"]');
  const show = (key: string): unknown[] =>
    pairs(both.get(key)).map(({ key: name, at, value }) => [name, written(at), shown(value)]);
  expect(show('environment')).toEqual([
    ['A', 'A', '1 ("1")'],
    ['B', 'B', undefined],
  ]);
  expect(show('labels')).toEqual([
    ['c', 'c', 'd=e (d=e)'],
    ['f', '"f"', undefined],
  ]);
});

test('a build in both forms', () => {
  expect(shown(buildOf(service('build: ./app'))?.context)).toBe('./app (./app)');
  const build = buildOf(service('build:\n  context: .\n  target: "${T:-dev}"\n  args: [A=1]'));
  expect(shown(build?.target)).toBe('dev ("${T:-dev}")');
  expect(build?.args.map(({ key }) => key)).toEqual(['A']);
  expect(buildOf(service('image: nginx'))).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import {
  layoutGraph,
  neighbor,
  shownServices,
  type Box,
  type Picture,
  type View,
} from '../../../client/page/serviceGraph/layout.ts';
import type { GraphService, ServiceGraph } from '../../../client/src/panel/graph/serviceGraph.ts';

const service = (name: string, given: Partial<GraphService> = {}): GraphService => ({
  name,
  image: '',
  profiles: [],
  dependsOn: [],
  networks: [],
  volumes: [],
  ports: [],
  ...given,
});

const graph: ServiceGraph = {
  project: 'shop',
  profiles: ['debug'],
  services: [
    service('web', { dependsOn: ['api', 'gone'], networks: ['front'], ports: ['80 → 80'] }),
    service('api', { dependsOn: ['db'], networks: ['front'], state: { condition: 'running', text: 'running' } }),
    service('db', { volumes: ['data'] }),
    service('adminer', { dependsOn: ['db'], profiles: ['debug'] }),
  ],
};
const all: View = { profiles: ['debug'], networks: true, volumes: true };
const picture = (view: Partial<View> = {}, of = graph): Picture =>
  layoutGraph(of, { ...all, ...view }, (text) => text.length * 7);
const ids = ({ boxes }: Picture): string[] => boxes.map(({ id }) => id).sort();

describe('the picture of a project', () => {
  test('has what needs above what is needed, and a box for each network and volume', () => {
    const { boxes, lines } = picture();
    const y = (id: string): number => boxes.find((box) => box.id === id)?.y ?? Number.NaN;
    expect(y('service web')).toBeLessThan(y('service api'));
    expect(y('service api')).toBeLessThan(y('service db'));
    expect(y('service adminer')).toBeLessThan(y('service db'));
    expect(lines.map(({ kind, from, to }) => `${from} ${kind} ${to}`).sort()).toEqual([
      'service adminer depends service db',
      'service api depends service db',
      'service api network network front',
      'service db volume volume data',
      'service web depends service api',
      'service web network network front',
    ]);
  });

  test('leaves out what is not asked for', () => {
    expect(ids(picture({ networks: false, volumes: false }))).toEqual([
      'service adminer',
      'service api',
      'service db',
      'service web',
    ]);
    expect(ids(picture({ profiles: [] }))).not.toContain('service adminer');
    expect(shownServices(graph, { profiles: [] }).map(({ name }) => name)).toEqual(['web', 'api', 'db']);
  });

  test('puts no box onto another, and everything onto the sheet, lines too', () => {
    const { boxes, lines, width, height } = picture();
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1)) {
        const apart =
          Math.abs(one.x - other.x) >= (one.width + other.width) / 2 ||
          Math.abs(one.y - other.y) >= (one.height + other.height) / 2;
        expect(apart, `${one.id} and ${other.id}`).toBe(true);
      }
    for (const { x, y } of [...boxes, ...lines.flatMap(({ points }) => points)]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeLessThanOrEqual(height);
    }
  });

  test('says state, image, ports and profiles in a service’s box', () => {
    const lines = (id: string): readonly string[] | undefined =>
      picture().boxes.find((box) => box.id === `service ${id}`)?.lines;
    expect(lines('web')).toEqual(['80 → 80']);
    expect(lines('api')).toEqual(['running']);
    expect(lines('adminer')).toEqual(['profile debug']);
  });

  test('is drawn of a cycle, of a service named like a property of objects, and of nothing', () => {
    const cycle = [service('a', { dependsOn: ['b'] }), service('b', { dependsOn: ['a'] }), service('__proto__')];
    expect(ids(picture({}, { ...graph, services: cycle }))).toEqual(['service __proto__', 'service a', 'service b']);
    expect(picture({}, { ...graph, services: [] })).toMatchObject({ width: 0, height: 0, boxes: [] });
  });
});

test('arrow keys go to the nearest box in their direction, and stay at the edge', () => {
  const box = (id: string, x: number, y: number) =>
    ({ id, kind: 'service', name: id, x, y, width: 10, height: 10, lines: [] }) as const;
  const [top, left, right, far] = [box('top', 50, 0), box('left', 40, 50), box('right', 90, 50), box('far', 50, 200)];
  const boxes = [top, left, right, far];
  const go = (from: Box, key: string): string | undefined => neighbor(boxes, from, key)?.id;
  expect(go(top, 'ArrowDown')).toBe('left');
  expect(go(left, 'ArrowRight')).toBe('right');
  expect(go(left, 'ArrowDown')).toBe('far');
  expect(go(right, 'ArrowLeft')).toBe('left');
  expect(go(top, 'ArrowUp')).toBeUndefined();
  expect(go(top, 'a')).toBeUndefined();
});

import { expect, test } from 'vitest';
import type { ContainerStats } from '../../../client/src/engine/port/stats.ts';
import { toCsv } from '../../../client/src/panel/stats/csv.ts';
import { StatsHistory } from '../../../client/src/panel/stats/history.ts';
import { charts, formatMetric, linesOf, withRow } from '../../../client/src/panel/stats/statsPage.ts';

const web = { id: 'a1', name: 'web' };
const db = { id: 'b2', name: 'db' };

function stats(second: number, change: Partial<ContainerStats> = {}): ContainerStats {
  const nothing = { received: 0, sent: 0, read: 0, written: 0 };
  return { readAt: second * 1000, cpuPercent: 5, memory: 1000, memoryLimit: 8000, ...nothing, processes: 2, ...change };
}

test('what flows is told by the second, from the second measurement on', () => {
  const history = new StatsHistory();
  history.note(web, stats(1, { received: 500 }));
  history.take(1000);
  history.note(web, stats(3, { received: 2500 }));
  history.take(3000);
  const [{ values } = { values: undefined }] = history.all().containers;
  expect(values?.received).toEqual([null, 1000]);
  expect(values?.memory).toEqual([1000, 1000]);
});

test('a container that ends leaves a gap, and starts anew without a jump', () => {
  const history = new StatsHistory();
  history.note(web, stats(1, { sent: 9000 }));
  history.take(1000);
  history.end(web.id);
  history.take(2000);
  history.note(web, stats(3, { sent: 10 }));
  history.take(3000);
  const [series] = history.all().containers;
  expect(series?.values.cpu).toEqual([5, null, 5]);
  expect(series?.values.sent).toEqual([null, null, null]);
});

test('one that comes later has no values before; the page is told all anew, then row by row', () => {
  const history = new StatsHistory();
  history.note(web, stats(1));
  expect(history.take(1000)).toBeUndefined();
  const told = structuredClone(history.all());
  history.note(web, stats(2));
  const row = history.take(2000);
  expect(row && withRow(told, row)).toEqual(history.all());
  history.note(db, stats(3, { processes: 7 }));
  expect(history.take(3000)).toBeUndefined();
  expect(history.all().containers[1]?.values.processes).toEqual([null, null, 7]);
});

test('a long time stays whole: rows become fewer, and their values the mean of two', () => {
  const history = new StatsHistory(4);
  for (const [at, cpuPercent] of [1, 3, 5, 7, 9].entries()) {
    history.note(web, stats(at, { cpuPercent }));
    history.take(at * 1000);
  }
  expect(history.all().times).toEqual([0, 2, 4]);
  expect(history.all().containers[0]?.values.cpu).toEqual([2, 6, 9]);
});

test('a chart draws a line for each of its metrics; one that is hidden stays in its place, empty', () => {
  const history = new StatsHistory();
  history.note(web, stats(1));
  history.note(db, stats(1, { memory: 70 }));
  history.take(1000);
  const [, memory, network] = charts;
  expect(memory && linesOf(history.all(), memory, new Set([web.id]))).toEqual([[1], [null], [70]]);
  expect(network && linesOf(history.all(), network, new Set())).toHaveLength(5);
});

test('CSV has a line for each container and moment that was measured', () => {
  const history = new StatsHistory();
  history.note({ id: 'a1', name: 'we"b,1' }, stats(1, { cpuPercent: 12.3456 }));
  history.take(1000);
  history.end('a1');
  history.take(2000);
  const [heading, line, ...rest] = toCsv(history.all()).split('\r\n');
  expect(heading).toMatch(/^time,container,id,cpu_percent,memory_bytes,/u);
  expect(line).toBe('1970-01-01T00:00:01.000Z,"we""b,1",a1,12.35,1000,,,,,2');
  expect(rest).toEqual(['']);
});

test('values are told as a person reads them', () => {
  expect(formatMetric('cpu', 12.345)).toBe('12.3 %');
  expect(formatMetric('memory', 4_560_000)).toBe('4.56 MB');
  expect(formatMetric('sent', 1230.2)).toBe('1.23 kB/s');
  expect(formatMetric('processes', null)).toBe('–');
});

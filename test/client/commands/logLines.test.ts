import { expect, it } from 'vitest';
import { LogLines } from '../../../client/src/commands/container/logLines.ts';

const at = (n: number): string => `2026-01-31T12:00:00.12345678${n}Z`;

it('takes stamps off, or shortens them', () => {
  expect(new LogLines(false).take([`${at(1)} one`, `${at(2)} `, at(3)])).toEqual(['one', '', '']);
  expect(new LogLines(true).take([`${at(1)} one`])).toEqual(['2026-01-31T12:00:00.123Z one']);
});

it('goes on after a break with what is new, in milliseconds that begin no later', () => {
  const lines = new LogLines(false);
  expect(lines.resume()).toBeUndefined();
  lines.take([`${at(1)} one`, `${at(2)} two`]);
  expect(lines.resume()).toBe(Date.UTC(2026, 0, 31, 12, 0, 0, 123));
  expect(lines.take([`${at(1)} one`, `${at(2)} two`, `${at(3)} three`])).toEqual(['three']);
});

it('shows what is left of a line that overwrites itself, and carries styles on', () => {
  expect(new LogLines(false).take([`${at(1)} 10 %\r\u001B[32m100 %\u001B[0m\r`])).toEqual(['\u001B[32m100 %\u001B[0m']);
  expect(new LogLines(false).take([`${at(1)} \u001B[31ma`, `${at(2)} b`])).toEqual(['\u001B[31ma', '\u001B[31mb']);
});

it('takes the stamps out from between the pieces of a long line', () => {
  const piece = 'x'.repeat(16 * 1024);
  expect(new LogLines(false).take([`${at(1)} ${piece}${at(2)} ${piece}${at(3)} end`])).toEqual([`${piece}${piece}end`]);
});

it('leaves a line without a stamp alone', () => {
  expect(new LogLines(true).take(['free text'])).toEqual(['free text']);
});

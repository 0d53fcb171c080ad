import { expect, test } from 'vitest';
import { readArguments } from '../../../../../server/src/dockerfile/lint/packages/options.ts';

const valued = new Set(['t', 'o', 'target']);

/** `name=value` of each option, then the operands. */
function read(line: string): string {
  const words = line.split(' ').map((text, start) => ({ text, start, end: start + 1, literal: true }));
  const { options, operands } = readArguments({ args: words }, valued);
  const named = options.map(({ name, value }) => (value === undefined ? name : `${name}=${value}`));
  return `${named.join(' ')} | ${operands.map(({ text }) => text).join(' ')}`;
}

test.each([
  ['-qy install x', 'q y | install x'],
  ['-t sid x', 't=sid | x'],
  ['-tsid x', 't=sid | x'],
  ['-yt sid x', 'y t=sid | x'],
  ['-q=2 x', 'q=2 | x'],
  ['--target sid --target=sid x', 'target=sid target=sid | x'],
  ['--yes=x -- -y', 'yes=x | -y'],
  ['- x -t', 't | - x'],
])('%s', (line, expected) => {
  expect(read(line)).toBe(expected);
});

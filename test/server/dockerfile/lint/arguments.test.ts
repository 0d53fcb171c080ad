import { expect, test } from 'vitest';
import { readArguments, type Syntax } from '../../../../server/src/dockerfile/lint/arguments.ts';

const valued = new Set(['t', 'o', 'target']);

/** `name=value` of each option, then the operands, then what follows a `--`. */
function read(line: string, syntax: Partial<Syntax> = {}): string {
  const words = line.split(' ').map((text, start) => ({ text, start, end: start + 1, literal: true }));
  const { options, operands, rest } = readArguments(words, { takesValue: (name) => valued.has(name), ...syntax });
  const named = options.map(({ name, value }) => (value === undefined ? name : `${name}=${value}`));
  const texts = [operands, rest].map((list) => list.map(({ text }) => text).join(' '));
  return [named.join(' '), ...texts].join(' | ').trim();
}

test.each([
  ['-qy install x', 'q y | install x |'],
  ['-t sid x', 't=sid | x |'],
  ['-tsid x', 't=sid | x |'],
  ['-yt sid x', 'y t=sid | x |'],
  ['-q=2 x', 'q=2 | x |'],
  ['--target sid --target=sid x', 'target=sid target=sid | x |'],
  ['--yes=x a -- -y b', 'yes=x | a | -y b'],
  ['- x -t', 't | - x |'],
])('%s', (line, expected) => {
  expect(read(line)).toBe(expected);
});

test.each([
  ['install -v -target x a', 'v target=x | install a |'],
  ['-target=x --target y -tx a', 'target=x target=y tx | a |'],
])('%s, where one dash begins a name', (line, expected) => {
  expect(read(line, { oneDash: true })).toBe(expected);
});

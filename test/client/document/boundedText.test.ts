import { expect, it } from 'vitest';
import { BoundedText } from '../../../client/src/document/boundedText.ts';

it('keeps everything below its limit', () => {
  const text = new BoundedText(100);
  text.append('a\n');
  text.append('b\n');
  expect(text.toString()).toBe('a\nb\n');
});

it('loses whole lines at its start, and says so', () => {
  const text = new BoundedText(100);
  for (let line = 0; line < 50; line++) text.append(`line ${line}\n`);
  const [notice, first, ...rest] = text.toString().split('\n');
  expect(notice).toMatch(/left out/);
  expect(first).toMatch(/^line \d+$/);
  expect(rest.slice(-2)).toEqual(['line 49', '']);
  expect(text.length).toBeLessThanOrEqual(100);
});

it('cuts a line that alone is longer than the limit', () => {
  const text = new BoundedText(100);
  text.append('x'.repeat(1000));
  expect(text.length).toBe(75);
});

it('is empty after clear, notice included', () => {
  const text = new BoundedText(10);
  text.append('0123456789\nabc\n');
  text.clear();
  expect(text.toString()).toBe('');
});

import { expect, it } from 'vitest';
import { CookedInput } from '../../../client/src/terminal/cookedInput.ts';

function cooked(): { type: (data: string) => void; seen: string[]; screen: () => string } {
  const seen: string[] = [];
  let screen = '';
  const input = new CookedInput({
    echo: (text) => (screen += text),
    send: (line) => seen.push(line),
    end: () => seen.push('end'),
    interrupt: () => seen.push('interrupt'),
  });
  return { type: (data) => input.type(data), seen, screen: () => screen };
}

it('sends whole lines and shows what is typed', () => {
  const { type, seen, screen } = cooked();
  for (const key of 'echo hü\u007Fi\r') type(key);
  expect(seen).toEqual(['echo hi\n']);
  expect(screen()).toBe('echo hü\b \bi\r\n');
});

it('takes pasted lines, and no arrows', () => {
  const { type, seen } = cooked();
  type('one\rtwo\r\u001B[A\u001BOPthree\r');
  expect(seen).toEqual(['one\n', 'two\n', 'three\n']);
});

it('takes a whole character back, surrogates included', () => {
  const { type, seen } = cooked();
  type('a🙂\u007F\u007F\u007Fb\r');
  expect(seen).toEqual(['b\n']);
});

it('ends on an empty line only, and interrupts at any time', () => {
  const { type, seen } = cooked();
  type('x\u0004');
  type('\r\u0004\u0003');
  expect(seen).toEqual(['x\n', 'end', 'interrupt']);
});

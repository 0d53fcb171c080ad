import { describe, expect, it } from 'vitest';
import { Lines, plain } from '../../../client/src/document/lines.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('Lines', () => {
  it('gives whole lines only, however the bytes are cut', () => {
    const text = Buffer.from('größe\r\n\u001B[31mred\u001B[0m\nlast');
    for (let size = 1; size <= text.length; size++) {
      const lines = new Lines();
      const seen: string[] = [];
      for (let at = 0; at < text.length; at += size) seen.push(...lines.push(text.subarray(at, at + size)));
      expect(seen.map(plain)).toEqual(['größe', 'red']);
      expect(lines.end()).toEqual(['last']);
    }
  });

  it('holds back no more of an endless line than 64 KiB', () => {
    const lines = new Lines();
    expect(lines.push(bytes('x'.repeat(70_000)))).toEqual(['x'.repeat(70_000)]);
    expect(lines.end()).toEqual([]);
  });

  it('shows bytes that are no UTF-8 as what they are not', () => {
    const lines = new Lines();
    expect(lines.push(new Uint8Array([0x61, 0xff, 0x62, 0x0a]))).toEqual(['a\uFFFDb']);
  });
});

describe('plain', () => {
  it.each([
    ['\u001B[1;32mok\u001B[0m', 'ok'],
    ['\u001B]0;title\u0007text', 'text'],
    ['\u001B]8;;https://example.com\u001B\\link\u001B]8;;\u001B\\', 'link'],
    ['\u001B(Bplain', 'plain'],
    ['10 %\r50 %\r100 %', '100 %'],
    ['done\r\r', 'done'],
    ['bell\u0007 and \u0000nul', 'bell and nul'],
    ['tab\tstays', 'tab\tstays'],
    ['one\u2028two', 'one two'],
  ])('%j is %j', (line, shown) => {
    expect(plain(line)).toBe(shown);
  });
});

import { expect, it } from 'vitest';
import { styled, stylesAtEnd } from '../../../client/src/document/sgr.ts';

const esc = (codes: string): string => `\u001B[${codes}m`;

it('takes the styles out of the text and keeps where they were', () => {
  expect(styled(`a ${esc('31;1')}red${esc('0')} z`)).toEqual({
    text: 'a red z',
    spans: [{ start: 2, end: 5, look: { foreground: 1, bold: true } }],
  });
  expect(styled('plain')).toEqual({ text: 'plain', spans: [] });
});

it('ends one thing and keeps the others', () => {
  expect(styled(`${esc('1;4;32')}a${esc('22')}b${esc('39')}c${esc('')}d`).spans).toEqual([
    { start: 0, end: 1, look: { bold: true, underline: true, foreground: 2 } },
    { start: 1, end: 2, look: { underline: true, foreground: 2 } },
    { start: 2, end: 3, look: { underline: true } },
  ]);
});

it.each([
  ['38;5;9', { foreground: 9 }],
  ['38;5;196', { foreground: '#ff0000' }],
  ['48;5;244', { background: '#808080' }],
  ['38;2;1;2;300', { foreground: '#0102ff' }],
  ['97', { foreground: 15 }],
  ['104', { background: 12 }],
  ['38;5;208;1', { foreground: '#ff8700', bold: true }],
])('reads %s', (codes, look) => {
  expect(styled(`${esc(codes)}x`).spans).toEqual([{ start: 0, end: 1, look }]);
});

it('leaves out every other escape, control and what was overwritten', () => {
  expect(styled(`10 %\r${esc('31')}\u001B[2K20\u0007 %\u001B]0;title\u0007\r`)).toEqual({
    text: '20 %',
    spans: [{ start: 0, end: 4, look: { foreground: 1 } }],
  });
});

it('tells which styles go on in the next line', () => {
  expect(stylesAtEnd(`${esc('31')}a`)).toBe(esc('31'));
  expect(stylesAtEnd(`${esc('31')}a${esc('1')}`)).toBe(esc('31') + esc('1'));
  expect(stylesAtEnd(`${esc('31')}a${esc('0')}`)).toBe('');
  expect(stylesAtEnd(esc('31').repeat(100))).toBe('');
});

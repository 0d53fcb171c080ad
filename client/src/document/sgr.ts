import { overwritten, plain } from './lines.ts';

/** How a piece of text looks: a color is one of the terminal's (0 to 15) or `#rrggbb`. */
export interface Look {
  readonly foreground?: number | string;
  readonly background?: number | string;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly struck?: boolean;
  readonly inverse?: boolean;
}

/** A piece of a line that has a look of its own; columns from 0, `end` is behind it. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly look: Look;
}

export interface StyledLine {
  readonly text: string;
  readonly spans: readonly Span[];
}

const none: readonly Span[] = [];
// oxlint-disable-next-line no-control-regex -- the escape that begins a style (ECMA-48, SGR)
const style = /\u001B\[([\d;:]*)m/gu;

/** A line's text without terminal escapes, and the looks that its SGR sequences gave to pieces of it. */
export function styled(line: string): StyledLine {
  if (!line.includes('\u001B[')) return { text: plain(line), spans: none };
  const spans: Span[] = [];
  let text = '';
  let look: Look = {};
  const add = (piece: string): void => {
    const start = text.length;
    text += plain(piece);
    if (text.length > start && Object.keys(look).length > 0) spans.push({ start, end: text.length, look });
  };
  const shown = overwritten(line);
  let from = 0;
  for (const match of shown.matchAll(style)) {
    add(shown.slice(from, match.index));
    look = applied(look, match[1] ?? '');
    from = match.index + match[0].length;
  }
  add(shown.slice(from));
  return { text, spans };
}

const longestCarry = 128;

/** The styles that are still on at the end of a line, as escapes to put before the next one; empty when none is. */
export function stylesAtEnd(line: string): string {
  if (!line.includes('\u001B[')) return '';
  let open = '';
  for (const [all, codes = ''] of line.matchAll(style)) open = /^(?:0*;)*0*$/u.test(codes) ? '' : open + all;
  return open.length > longestCarry ? '' : open;
}

const switches: Readonly<Record<number, Look>> = {
  1: { bold: true },
  2: { dim: true },
  3: { italic: true },
  4: { underline: true },
  7: { inverse: true },
  9: { struck: true },
};
/** What each of these codes ends. */
const ends: Readonly<Record<number, readonly (keyof Look)[]>> = {
  22: ['bold', 'dim'],
  23: ['italic'],
  24: ['underline'],
  27: ['inverse'],
  29: ['struck'],
  39: ['foreground'],
  49: ['background'],
};

function applied(before: Look, text: string): Look {
  let look = before;
  const codes = text.split(/[;:]/u).map(Number);
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    if (code === 0) look = {};
    else if (code === 38 || code === 48) {
      const { color, used } = extended(codes.slice(at + 1));
      at += used;
      if (color !== undefined) look = { ...look, [code === 38 ? 'foreground' : 'background']: color };
    } else look = simple(look, code);
  }
  return look;
}

function simple(look: Look, code: number): Look {
  const ended = ends[code];
  if (ended) return Object.fromEntries(Object.entries(look).filter(([key]) => !ended.some((each) => each === key)));
  const color = code % 10;
  const row = code - color;
  if (color < 8 && (row === 30 || row === 90)) return { ...look, foreground: color + (row === 90 ? 8 : 0) };
  if (color < 8 && (row === 40 || row === 100)) return { ...look, background: color + (row === 100 ? 8 : 0) };
  return { ...look, ...switches[code] };
}

/** The color after a 38 or 48: `5;n` of 256, or `2;r;g;b`; and how many codes it takes. */
function extended([kind, ...rest]: readonly number[]): { color?: number | string; used: number } {
  const [first = 0, second = 0, third = 0] = rest;
  if (kind === 2) return { color: hex(first, second, third), used: 4 };
  if (kind !== 5) return { used: 1 };
  if (first < 16) return { color: first, used: 2 };
  if (first >= 232) return { color: hex(...gray(8 + (first - 232) * 10)), used: 2 };
  const cube = first - 16;
  return { color: hex(level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6)), used: 2 };
}

function gray(value: number): [number, number, number] {
  return [value, value, value];
}

/** The steps of xterm's cube of 6 by 6 by 6 colors. */
function level(step: number): number {
  return step === 0 ? 0 : 55 + step * 40;
}

function hex(...channels: readonly [number, number, number]): string {
  const clamped = channels.map((value) => Math.min(255, Math.max(0, value || 0)));
  return `#${clamped.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

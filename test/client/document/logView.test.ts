import { describe, expect, it } from 'vitest';
import { LogView, type LogLine } from '../../../client/src/document/logView.ts';

const out = (text: string, source?: string): LogLine => ({ text, stream: 'stdout', ...(source ? { source } : {}) });
const err = (text: string): LogLine => ({ text, stream: 'stderr' });

function numbered(from: number, to: number): LogLine[] {
  return Array.from({ length: to - from + 1 }, (_, index) => out(String(from + index)));
}

function textOf(view: LogView): string[] {
  return view.toString().split('\n').slice(0, -1);
}

describe('what is shown', () => {
  it('has the source before each line, aligned, and styles moved behind it', () => {
    const view = new LogView();
    view.append([out('one', 'web-1'), out('\u001B[31mtwo', 'db')]);
    expect(textOf(view)).toEqual(['web-1 | one', 'db    | two']);
    expect(view.lines()[1]).toMatchObject({ prefix: 7, spans: [{ start: 8, end: 11, look: { foreground: 1 } }] });
  });

  it('is filtered by level: a stack trace goes with its line, marks stay', () => {
    const view = new LogView();
    view.append([out('INFO fine'), out('ERROR bad'), out('  at x'), { text: '— mark —', stream: 'mark' }, out('text')]);
    view.choose({ level: 'warn' });
    expect(textOf(view)).toEqual(['ERROR bad', '  at x', '— mark —']);
    view.append([out('WARN new'), out('DEBUG new')]);
    expect(textOf(view)).toEqual(['ERROR bad', '  at x', '— mark —', 'WARN new']);
    view.choose({ level: undefined });
    expect(textOf(view)).toHaveLength(7);
  });

  it('is filtered by text, expression, their opposites, and stream', () => {
    const view = new LogView();
    view.append([out('Apple'), err('pear'), out('\u001B[1map\u001B[0mricot')]);
    view.choose({ text: 'AP' });
    expect(textOf(view)).toEqual(['Apple', 'apricot']);
    view.choose({ text: '!ap' });
    expect(textOf(view)).toEqual(['pear']);
    view.choose({ text: '/^p.*r$/' });
    expect(textOf(view)).toEqual(['pear']);
    expect(() => view.choose({ text: '/(/' })).toThrow(SyntaxError);
    expect(view.filter.text).toBe('/^p.*r$/');
    view.choose({ text: '', stream: 'stdout' });
    expect(textOf(view)).toEqual(['Apple', 'apricot']);
  });
});

describe('a pause', () => {
  it('keeps the text and counts what waits, which comes with the end of it', () => {
    const view = new LogView();
    view.append(numbered(1, 2));
    view.pause();
    view.append(numbered(3, 5));
    expect([view.paused, view.waiting, textOf(view)]).toEqual([true, 3, ['1', '2']]);
    view.choose({ text: '!1' });
    expect(textOf(view)).toEqual(['2']);
    view.resume();
    expect([view.paused, view.waiting, textOf(view)]).toEqual([false, 0, ['2', '3', '4', '5']]);
  });
});

describe('the ring', () => {
  it('lets the oldest go and says how many', () => {
    const view = new LogView({ lines: 8 });
    for (let n = 1; n <= 20; n += 1) view.append(numbered(n, n));
    const [mark, ...lines] = textOf(view);
    const gone = 20 - view.count;
    expect(mark).toBe(`— the log was cut here: ${gone} earlier lines are gone —`);
    expect(lines.at(-1)).toBe('20');
    expect(view.count).toBeLessThanOrEqual(8);
    expect([...view.saved('all')].join('')).toContain(`${gone} earlier lines are gone`);
    expect([...view.saved('all')].at(-1)).toBe('20\n');
  });

  it('counts characters too', () => {
    const view = new LogView({ characters: 100 });
    view.append(Array.from({ length: 30 }, () => out('0123456789')));
    expect(view.count).toBeLessThanOrEqual(10);
    expect(view.count).toBeGreaterThan(0);
  });

  it('keeps more than the editor shows: for filters and for saving', () => {
    const view = new LogView({ shown: 40 });
    view.append(numbered(1, 100));
    const [mark, first] = textOf(view);
    expect(mark).toBe('— earlier lines are kept and not shown: filter the log or save it to see them —');
    expect(Number(first)).toBeGreaterThan(80);
    expect([...view.saved('all')]).toHaveLength(100);
    view.choose({ text: '/^7$/' });
    expect(textOf(view)).toEqual(['7']);
    expect([...view.saved('filtered')]).toEqual(['7\n']);
  });

  it('takes a million lines, and the last of them is shown', () => {
    const view = new LogView();
    for (let n = 0; n < 1_000_000; n += 10_000) view.append(numbered(n, n + 9999));
    expect(view.count).toBe(1_000_000);
    expect(view.lines().at(-1)?.text).toBe('999999');
    view.append(numbered(1_000_000, 1_000_000));
    expect(view.count).toBe(750_000);
    expect(view.lines().length).toBeLessThan(1_000_001);
    expect(view.lines()[0]?.text).toContain('250,001 earlier lines are gone');
  });
});

it('tells of changes, and when lines moved', () => {
  const view = new LogView({ lines: 4 });
  const told: boolean[] = [];
  view.onDidChange(({ shifted }) => told.push(shifted));
  view.append(numbered(1, 4));
  view.append(numbered(5, 5));
  view.clear();
  expect(told).toEqual([false, true, true]);
  expect(view.toString()).toBe('');
});

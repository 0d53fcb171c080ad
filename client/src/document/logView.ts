import { lazy } from '../lazy.ts';
import { Emitter, type Disposable } from '../lifecycle.ts';
import { continues, levelOf, levels, type LogLevel } from './logLevel.ts';
import { styled, type Span } from './sgr.ts';

/** A line as it was written, styles included; a mark is a remark of ours. */
export interface LogLine {
  readonly text: string;
  readonly stream: 'stdout' | 'stderr' | 'mark';
  /** Who wrote it, where a log is of several. */
  readonly source?: string;
}

/** A line as the editor has it. */
export interface ShownLine {
  readonly text: string;
  readonly stream: LogLine['stream'];
  readonly source: string | undefined;
  /** Columns of the source's name and the bar behind it. */
  readonly prefix: number;
  readonly spans: readonly Span[];
}

/** Which lines are shown; marks always are. */
export interface LogFilter {
  /** This grave or graver. */
  readonly level: LogLevel | undefined;
  /** Lines that contain it, in any case; or match it, as `/…/`; or, with a `!` before it, do not. Empty: all. */
  readonly text: string;
  readonly stream: 'stdout' | 'stderr' | undefined;
}

export const allLines: LogFilter = { level: undefined, text: '', stream: undefined };

export interface LogLimits {
  /** Lines and characters that are kept, for filters and for saving. */
  readonly lines: number;
  readonly characters: number;
  /** Characters that stand in the editor, which reads the whole text at each refresh. */
  readonly shown: number;
}

const defaults: LogLimits = { lines: 1_000_000, characters: 128 * 1024 * 1024, shown: 4 * 1024 * 1024 };
/** What is left when something is over its limit, so that it is not cut with every line. */
const rest = 0.75;

/** A log that grows: what is kept of it, which lines of that are shown, and how they look. */
export class LogView implements Disposable {
  readonly #limits: LogLimits;
  readonly #changes = new Emitter<{ shifted: boolean }>();
  readonly onDidChange = this.#changes.event;
  #kept: LogLine[] = [];
  #keptLength = 0;
  #dropped = 0;
  #shown: ShownLine[] = [];
  #shownLength = 0;
  /** Lines that pass the filter and were taken from the editor since it was filled last. */
  #hidden = 0;
  /** How many had gone when it was filled. */
  #droppedBefore = 0;
  /** The first line shown says that there were more. */
  #marked = false;
  #width = 0;
  #filter = allLines;
  #matches: (text: string) => boolean = () => true;
  #lastLevels = new Map<string | undefined, LogLevel | undefined>();
  /** Lines of `#kept` that wait; `undefined` while it is not paused. */
  #waiting: number | undefined;

  constructor(limits: Partial<LogLimits> = {}) {
    this.#limits = { ...defaults, ...limits };
  }

  append(lines: readonly LogLine[]): void {
    if (lines.length === 0) return;
    for (const line of lines) {
      this.#kept.push(line);
      this.#keptLength += line.text.length;
    }
    this.#drop();
    if (this.#waiting !== undefined) {
      this.#waiting = Math.min(this.#waiting + lines.length, this.#kept.length);
      this.#changes.fire({ shifted: false });
      return;
    }
    const before = this.#hidden;
    for (const line of lines) this.#show(line);
    this.#trim();
    this.#changes.fire({ shifted: this.#hidden > before });
  }

  /** A source that lines will come from: names have room for the longest from the first line on. */
  expect(source: string): void {
    this.#width = Math.max(this.#width, source.length);
  }

  clear(): void {
    this.#kept = [];
    this.#keptLength = 0;
    this.#dropped = 0;
    if (this.#waiting !== undefined) this.#waiting = 0;
    this.#rebuild();
  }

  get filter(): LogFilter {
    return this.#filter;
  }

  /** Shows other lines of what is kept. Throws a `SyntaxError` for a text that is no expression. */
  choose(change: Partial<LogFilter>): void {
    const filter = { ...this.#filter, ...change };
    this.#matches = matcher(filter.text);
    this.#filter = filter;
    this.#rebuild();
  }

  get paused(): boolean {
    return this.#waiting !== undefined;
  }

  /** How many lines have come since it was paused. */
  get waiting(): number {
    return this.#waiting ?? 0;
  }

  pause(): void {
    if (this.paused) return;
    this.#waiting = 0;
    this.#changes.fire({ shifted: false });
  }

  resume(): void {
    if (!this.paused) return;
    this.#waiting = undefined;
    this.#rebuild();
  }

  /** Characters in the editor. */
  get length(): number {
    return this.#shownLength;
  }

  /** Lines that are kept, what waits included. */
  get count(): number {
    return this.#kept.length;
  }

  /** What stands in the editor, a line each. It is a new array after lines were taken away, else only grows. */
  lines(): readonly ShownLine[] {
    return this.#shown;
  }

  toString(): string {
    return this.#shown.map(({ text }) => `${text}\n`).join('');
  }

  /** All that is kept and passes the filter, or all that is kept: plain text, what waits included. */
  *saved(what: 'filtered' | 'all'): Generator<string, void, undefined> {
    const seen: Seen = new Map();
    if (this.#dropped > 0) yield `${cutText({ gone: this.#dropped })}\n`;
    for (const line of this.#kept)
      if (what === 'all' || this.#passes(line, seen)) yield `${this.#laidOut(line).text}\n`;
  }

  dispose(): void {
    this.#changes.dispose();
  }

  #drop(): void {
    const { lines, characters } = this.#limits;
    if (this.#kept.length <= lines && this.#keptLength <= characters) return;
    let from = Math.max(0, this.#kept.length - Math.max(1, Math.floor(lines * rest)));
    if (this.#kept.length <= lines) from = 0;
    let length = this.#keptLength;
    for (let at = 0; at < from; at += 1) length -= this.#kept[at]?.text.length ?? 0;
    const wanted = this.#keptLength > characters ? characters * rest : characters;
    for (; length > wanted && from < this.#kept.length - 1; from += 1) length -= this.#kept[from]?.text.length ?? 0;
    this.#kept = this.#kept.slice(from);
    this.#keptLength = length;
    this.#dropped += from;
    const [mark] = this.#shown;
    if (!this.#marked || !mark) return;
    this.#shown[0] = this.#cut();
    this.#shownLength += (this.#shown[0]?.text.length ?? 0) - mark.text.length;
  }

  /** Lines of the editor's beyond its limit go; a mark says so. */
  #trim(): void {
    const { lines, shown } = this.#limits;
    const marks = this.#marked ? 1 : 0;
    if (this.#shownLength <= shown && this.#shown.length - marks <= lines) return;
    let from = 0;
    let length = this.#shownLength;
    const isOver = (): boolean => length > shown * rest || this.#shown.length - from > Math.max(1, lines * rest);
    for (; from < marks || (isOver() && from < this.#shown.length - 1); from += 1)
      length -= (this.#shown[from]?.text.length ?? 0) + 1;
    this.#hidden += from - marks;
    this.#shown = this.#shown.slice(from);
    this.#shownLength = length;
    this.#mark();
  }

  #mark(): void {
    this.#marked = this.#hidden + this.#dropped > 0;
    if (!this.#marked) return;
    const mark = this.#cut();
    this.#shown.unshift(mark);
    this.#shownLength += mark.text.length + 1;
  }

  #cut(): ShownLine {
    const text = cutText({ gone: this.#dropped, isMoreKept: this.#hidden > this.#dropped - this.#droppedBefore });
    return { text, stream: 'mark', source: undefined, prefix: 0, spans: [] };
  }

  #rebuild(): void {
    this.#shown = [];
    this.#shownLength = 0;
    this.#hidden = 0;
    this.#lastLevels = new Map();
    const end = this.#kept.length - this.waiting;
    const passing: LogLine[] = [];
    for (const line of this.#kept.slice(0, end)) if (this.#passes(line, this.#lastLevels)) passing.push(line);
    // Only the end of them is laid out: the rest would not be shown.
    let from = passing.length;
    for (let length = 0; from > 0 && length <= this.#limits.shown * rest; from -= 1)
      length += (passing[from - 1]?.text.length ?? 0) + this.#width + 4;
    this.#hidden = from;
    this.#droppedBefore = this.#dropped;
    this.#mark();
    for (const line of passing.slice(from)) this.#add(this.#laidOut(line));
    this.#changes.fire({ shifted: true });
  }

  #show(line: LogLine): void {
    if (this.#passes(line, this.#lastLevels)) this.#add(this.#laidOut(line));
  }

  #add(line: ShownLine): void {
    this.#shown.push(line);
    this.#shownLength += line.text.length + 1;
  }

  #passes(line: LogLine, seen: Seen): boolean {
    const { level, stream } = this.#filter;
    if (line.stream === 'mark') return true;
    if (stream !== undefined && line.stream !== stream) return false;
    if (this.#filter.text === '' && level === undefined) return true;
    const { text } = styled(line.text);
    if (level !== undefined) {
      const own = levelOf(text) ?? (continues(text) ? seen.get(line.source) : undefined);
      seen.set(line.source, own);
      if (own === undefined || levels.indexOf(own) > levels.indexOf(level)) return false;
    }
    return this.#matches(line.source === undefined ? text : `${line.source} | ${text}`);
  }

  #laidOut({ text, stream, source }: LogLine): ShownLine {
    const { text: bare, spans } = styled(text);
    if (source === undefined) return { text: bare, stream, source, prefix: 0, spans };
    this.#width = Math.max(this.#width, source.length);
    const before = `${source.padEnd(this.#width)} | `;
    const moved = spans.map(({ start, end, look }) => ({
      start: start + before.length,
      end: end + before.length,
      look,
    }));
    return { text: before + bare, stream, source, prefix: before.length - 1, spans: moved };
  }
}

type Seen = Map<string | undefined, LogLevel | undefined>;

const number = lazy(() => new Intl.NumberFormat('en'));

function cutText({ gone, isMoreKept = false }: { gone: number; isMoreKept?: boolean }): string {
  const parts = [
    ...(gone > 0 ? [`the log was cut here: ${number().format(gone)} earlier lines are gone`] : []),
    ...(isMoreKept ? ['earlier lines are kept and not shown: filter the log or save it to see them'] : []),
  ];
  return `— ${parts.join('; ')} —`;
}

/** What a filter's text says of a line. Throws a `SyntaxError` for a broken expression. */
export function matcher(text: string): (line: string) => boolean {
  if (text === '') return () => true;
  if (text.startsWith('!') && text.length > 1) {
    const matches = matcher(text.slice(1));
    return (line) => !matches(line);
  }
  const [, source] = /^\/(.+)\/$/u.exec(text) ?? [];
  if (source !== undefined) {
    const expression = new RegExp(source, 'iu');
    return (line) => expression.test(line);
  }
  const wanted = text.toLowerCase();
  return (line) => line.toLowerCase().includes(wanted);
}

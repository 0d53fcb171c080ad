import {
  Range,
  ThemeColor,
  window,
  type DecorationOptions,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';
import { Disposables, type Disposable } from '../lifecycle.ts';
import type { ShownLine } from './logView.ts';
import type { Look } from './sgr.ts';

/** The terminal's sixteen: every theme has them, readable on its background. */
const names = ['Black', 'Red', 'Green', 'Yellow', 'Blue', 'Magenta', 'Cyan', 'White'];
const colors = [...names, ...names.map((name) => `Bright${name}`)].map((name) => `terminal.ansi${name}`);
const sources = ['Cyan', 'Yellow', 'Green', 'Magenta', 'Blue', 'Red'].map((name) => colors[names.indexOf(name)] ?? '');
/** Looks that an editor has to tell apart: a log in all colors of the rainbow has no more. */
const mostLooks = 200;
const stderrHint = 'Written to stderr';

/** Lines around those in sight: a line that is cut by the edge is not in the range, and scrolling shows the next ones at once. */
const margin = 20;

/** Paints a log in what an editor shows of it: sources before the lines, styles of the text, stderr, our own marks. */
export class LogPaint implements Disposable {
  readonly #all = new Disposables();
  readonly #types = new Map<string, TextEditorDecorationType>();
  readonly #sources = new Map<string, number>();
  readonly #stderr = this.#all.add(
    window.createTextEditorDecorationType({
      isWholeLine: true,
      borderStyle: 'solid',
      borderWidth: '0 0 0 2px',
      borderColor: new ThemeColor('terminal.ansiRed'),
    }),
  );
  readonly #mark = this.#all.add(
    window.createTextEditorDecorationType({ fontStyle: 'italic', color: new ThemeColor('descriptionForeground') }),
  );

  /** `lines` are those that the editor's document was made of. */
  paint(editor: TextEditor, lines: readonly ShownLine[]): void {
    const ranges = new Map<TextEditorDecorationType, DecorationOptions[]>();
    const add = (type: TextEditorDecorationType | undefined, range: Range, hoverMessage?: string): void => {
      if (!type) return;
      const known = ranges.get(type);
      const option = hoverMessage === undefined ? { range } : { range, hoverMessage };
      if (known) known.push(option);
      else ranges.set(type, [option]);
    };
    for (const { start, end } of editor.visibleRanges) {
      const last = Math.min(end.line + margin, lines.length - 1);
      for (let at = Math.max(0, start.line - margin); at <= last; at += 1) {
        const line = lines[at];
        if (!line) continue;
        if (line.stream === 'mark') add(this.#mark, new Range(at, line.prefix, at, line.text.length));
        if (line.stream === 'stderr') add(this.#stderr, new Range(at, 0, at, line.text.length), stderrHint);
        if (line.source !== undefined) add(this.#sourceType(line.source), new Range(at, 0, at, line.prefix));
        for (const span of line.spans) add(this.#type(span.look), new Range(at, span.start, at, span.end));
      }
    }
    for (const type of [this.#stderr, this.#mark, ...this.#types.values()])
      editor.setDecorations(type, ranges.get(type) ?? []);
  }

  dispose(): void {
    this.#all.dispose();
  }

  #sourceType(source: string): TextEditorDecorationType | undefined {
    const index = this.#sources.get(source) ?? this.#sources.size;
    this.#sources.set(source, index);
    return this.#type({ foreground: colors.indexOf(sources[index % sources.length] ?? ''), bold: true });
  }

  #type(look: Look): TextEditorDecorationType | undefined {
    const key = JSON.stringify(look);
    const known = this.#types.get(key);
    if (known || this.#types.size >= mostLooks) return known;
    const type = this.#all.add(window.createTextEditorDecorationType(css(look)));
    this.#types.set(key, type);
    return type;
  }
}

function css(look: Look): Parameters<typeof window.createTextEditorDecorationType>[0] {
  const { foreground, background, bold, dim, italic, underline, struck, inverse } = look;
  const front = inverse ? (background ?? 'editor.background') : foreground;
  const back = inverse ? (foreground ?? 'editor.foreground') : background;
  const lines = [...(underline ? ['underline'] : []), ...(struck ? ['line-through'] : [])];
  return {
    ...(front === undefined ? {} : { color: color(front) }),
    ...(back === undefined ? {} : { backgroundColor: color(back) }),
    ...(bold ? { fontWeight: 'bold' } : {}),
    ...(dim ? { opacity: '0.6' } : {}),
    ...(italic ? { fontStyle: 'italic' } : {}),
    ...(lines.length > 0 ? { textDecoration: lines.join(' ') } : {}),
  };
}

function color(value: number | string): string | ThemeColor {
  if (typeof value === 'number') return new ThemeColor(colors[value] ?? '');
  return value.startsWith('#') ? value : new ThemeColor(value);
}

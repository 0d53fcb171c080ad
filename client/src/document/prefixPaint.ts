import { Range, ThemeColor, window, type TextEditor } from 'vscode';
import { Disposables, type Disposable } from '../lifecycle.ts';
import { PrefixColors } from './prefixes.ts';

/** Of the terminal: every theme has them, readable on its background. */
const colors = ['Cyan', 'Yellow', 'Green', 'Magenta', 'Blue', 'Red'].map((name) => `terminal.ansi${name}`);

/** Colors the names before the lines of a merged log, in what an editor shows of it. */
export class PrefixPaint implements Disposable {
  readonly #all = new Disposables();
  readonly #types = colors.map((color) =>
    this.#all.add(window.createTextEditorDecorationType({ color: new ThemeColor(color), fontWeight: 'bold' })),
  );
  readonly #colors = new PrefixColors(colors.length);

  paint(editor: TextEditor): void {
    const ranges: Range[][] = this.#types.map(() => []);
    for (const { start, end } of editor.visibleRanges) {
      const last = Math.min(end.line, editor.document.lineCount - 1);
      const lines = Array.from(
        { length: Math.max(0, last - start.line + 1) },
        (_, index) => editor.document.lineAt(start.line + index).text,
      );
      for (const { line, length, color } of this.#colors.of(lines, start.line))
        ranges[color]?.push(new Range(line, 0, line, length));
    }
    for (const [index, type] of this.#types.entries()) editor.setDecorations(type, ranges[index] ?? []);
  }

  dispose(): void {
    this.#all.dispose();
  }
}

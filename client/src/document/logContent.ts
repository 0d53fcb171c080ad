import type { TextEditor } from 'vscode';
import { Disposables } from '../lifecycle.ts';
import type { GrowingContent } from './growingDocument.ts';
import { LogPaint } from './logPaint.ts';
import type { LogView, ShownLine } from './logView.ts';

/** A log's view as a document. */
export class LogContent implements GrowingContent {
  readonly #view: LogView;
  readonly #disposables = new Disposables();
  readonly #paint = this.#disposables.add(new LogPaint());
  readonly onDidChange;
  /** Those that the editor has read: while it has not read anew, the view is ahead of it. */
  #read: readonly ShownLine[] = [];

  constructor(view: LogView) {
    this.#view = view;
    this.onDidChange = view.onDidChange;
  }

  get length(): number {
    return this.#view.length;
  }

  toString(): string {
    this.#read = this.#view.lines();
    return this.#view.toString();
  }

  paint(editor: TextEditor): void {
    this.#paint.paint(editor, this.#read);
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

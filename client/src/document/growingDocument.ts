import { Range, TextEditorRevealType, window, workspace, type TextEditor, type Uri } from 'vscode';
import { Disposables } from '../lifecycle.ts';
import type { StreamDocument } from '../ui/ui.ts';
import { BoundedText } from './boundedText.ts';
import { Following, type View } from './following.ts';
import { PrefixPaint } from './prefixPaint.ts';

/** Characters kept of a stream: the editor reads the whole text at each refresh, so it is bounded. */
const limit = 4 * 1024 * 1024;
/** Milliseconds between refreshes: at least, and more per megabyte of text. */
const pause = 100;
const pausePerMegabyte = 250;

interface GrowingOptions {
  readonly uri: Uri;
  readonly prefixed: boolean;
  readonly onClose: () => void;
  /** Tells the editor to read the text anew. */
  readonly changed: () => void;
  readonly show: (beside: boolean) => Promise<void>;
}

/** One growing text and the editors that show it. */
export class GrowingDocument implements StreamDocument {
  readonly #uri: Uri;
  readonly #changed: () => void;
  readonly #show: (beside: boolean) => Promise<void>;
  readonly #disposables = new Disposables();
  readonly #content = new BoundedText(limit);
  readonly #following = new WeakMap<TextEditor, Following>();
  readonly #paint: PrefixPaint | undefined;
  #onClose: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Two documents that follow one another under one address must differ in version. */
  #version = Date.now();
  #ended = false;

  constructor({ uri, prefixed, onClose, changed, show }: GrowingOptions) {
    this.#uri = uri;
    this.#onClose = onClose;
    this.#changed = changed;
    this.#show = show;
    this.#paint = prefixed ? this.#disposables.add(new PrefixPaint()) : undefined;
    this.#disposables.add(
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (!this.#shows(textEditor)) return;
        this.#paint?.paint(textEditor);
        const back = this.#follower(textEditor).scrolled(view(textEditor), performance.now());
        if (back !== undefined) textEditor.revealRange(new Range(back, 0, back, 0), TextEditorRevealType.AtTop);
      }),
    );
    this.#disposables.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === uri.toString()) this.#grew();
      }),
    );
  }

  text(): string {
    return this.#content.toString();
  }

  version(): number {
    return this.#version;
  }

  append(text: string): void {
    if (this.#ended || text === '') return;
    const before = this.#content.length;
    this.#content.append(text);
    if (this.#content.length < before) for (const editor of this.#editors()) this.#follower(editor).shifted();
    this.#schedule();
  }

  clear(): void {
    if (this.#ended) return;
    this.#content.clear();
    for (const editor of this.#editors()) this.#follower(editor).shifted();
    this.#schedule();
  }

  async show(beside = false): Promise<void> {
    await this.#show(beside);
  }

  /** The source has ended; what it wrote stays to be read. */
  dispose(): void {
    this.#ended = true;
    this.#onClose = undefined;
  }

  /** Nobody looks any more: the source is told to stop. */
  close(): void {
    clearTimeout(this.#timer);
    this.#disposables.dispose();
    const onClose = this.#onClose;
    this.dispose();
    onClose?.();
  }

  #schedule(): void {
    this.#version += 1;
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        this.#changed();
      },
      pause + (this.#content.length / 1_000_000) * pausePerMegabyte,
    );
  }

  #grew(): void {
    for (const editor of this.#editors()) {
      this.#paint?.paint(editor);
      if (!this.#follower(editor).active) continue;
      const line = view(editor).last;
      this.#follower(editor).revealed(performance.now());
      editor.revealRange(new Range(line, 0, line, 0), TextEditorRevealType.Default);
    }
  }

  #editors(): TextEditor[] {
    return window.visibleTextEditors.filter((editor) => this.#shows(editor));
  }

  #shows(editor: TextEditor): boolean {
    return editor.document.uri.toString() === this.#uri.toString();
  }

  #follower(editor: TextEditor): Following {
    const known = this.#following.get(editor);
    if (known) return known;
    const follower = new Following();
    this.#following.set(editor, follower);
    return follower;
  }
}

function view({ document, visibleRanges }: TextEditor): View {
  return {
    top: visibleRanges[0]?.start.line ?? 0,
    bottom: visibleRanges.at(-1)?.end.line ?? 0,
    last: Math.max(0, document.lineCount - 1),
  };
}

import { Range, TextEditorRevealType, window, workspace, type TextEditor, type Uri } from 'vscode';
import { Disposables, type Disposable, type Event } from '../lifecycle.ts';
import { Following, type View } from './following.ts';

/** Milliseconds between refreshes: at least, and more per megabyte of text. */
const pause = 100;
const pausePerMegabyte = 250;

/** What such a document shows. Its text is bounded: the editor reads the whole of it at each refresh. */
export interface GrowingContent extends Disposable {
  /** In characters. */
  readonly length: number;
  /** `shifted`: what stands there has moved, not only grown. */
  readonly onDidChange: Event<{ shifted: boolean }>;
  toString(): string;
  /** Paints what an editor shows of the text that was read last. */
  paint?(editor: TextEditor): void;
}

interface GrowingOptions {
  readonly uri: Uri;
  readonly content: GrowingContent;
  readonly onClose: () => void;
  /** Tells the editor to read the text anew. */
  readonly changed: () => void;
  readonly show: (beside: boolean) => Promise<void>;
}

/** One growing text and the editors that show it. */
export class GrowingDocument implements Disposable {
  readonly #uri: Uri;
  readonly #changed: () => void;
  readonly #show: (beside: boolean) => Promise<void>;
  readonly #disposables = new Disposables();
  readonly #content: GrowingContent;
  readonly #following = new WeakMap<TextEditor, Following>();
  #onClose: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Two documents that follow one another under one address must differ in version. */
  #version = Date.now();

  constructor({ uri, content, onClose, changed, show }: GrowingOptions) {
    this.#uri = uri;
    this.#onClose = onClose;
    this.#changed = changed;
    this.#show = show;
    this.#content = this.#disposables.add(content);
    this.#disposables.add(
      content.onDidChange(({ shifted }) => {
        if (shifted) for (const editor of this.#editors()) this.#follower(editor).shifted();
        this.#schedule();
      }),
    );
    this.#disposables.add(
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (!this.#shows(textEditor)) return;
        this.#content.paint?.(textEditor);
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

  async show(beside = false): Promise<void> {
    await this.#show(beside);
  }

  /** The source has ended; what it wrote stays to be read. */
  dispose(): void {
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
      this.#content.paint?.(editor);
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

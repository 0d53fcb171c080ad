import type { StreamDocument, StreamDocumentOptions, TerminalOptions } from '../../client/src/ui/ui.ts';

/** A growing document as the person sees it. */
export class ShownStream implements StreamDocument {
  readonly name: string;
  readonly id: string;
  text = '';
  /** A tab of it is open. */
  open: boolean;
  /** Its source has said that nothing more comes. */
  ended = false;
  #onClose: (() => void) | undefined;

  constructor({ id, name, onClose, reveal }: StreamDocumentOptions) {
    this.open = reveal !== 'later';
    this.id = id;
    this.name = name;
    this.#onClose = onClose;
  }

  append(text: string): void {
    if (!this.ended) this.text += text;
  }

  clear(): void {
    if (!this.ended) this.text = '';
  }

  async show(): Promise<void> {
    this.open = true;
  }

  dispose(): void {
    this.ended = true;
    this.#onClose = undefined;
  }

  /** The person closes the tab. */
  close(): void {
    this.open = false;
    const onClose = this.#onClose;
    this.dispose();
    onClose?.();
  }
}

/** A terminal tab as the person sees it: opened at once, 80 by 24. */
export class ShownTerminal {
  readonly name: string;
  /** What was written, escapes included. */
  text = '';
  exitCode: number | undefined;
  ended = false;
  readonly #options: TerminalOptions;

  constructor(options: TerminalOptions) {
    this.name = options.name;
    this.#options = options;
    options.open(
      {
        write: (text) => {
          if (!this.ended) this.text += text;
        },
        end: (exitCode) => {
          this.ended = true;
          this.exitCode = exitCode;
        },
      },
      { columns: 80, rows: 24 },
    );
  }

  type(text: string): void {
    this.#options.input(text);
  }

  resize(columns: number, rows: number): void {
    this.#options.resize({ columns, rows });
  }

  /** The person closes the tab. */
  close(): void {
    this.ended = true;
    this.#options.close();
  }
}

import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import { standardConfig } from '../../lint/config.ts';
import type { DockerfileDocument } from '../document.ts';
import { DockerfileFile } from '../lint/file.ts';
import type { RawInstruction } from '../model/parse.ts';
import { casingOf, type Casing } from './casing.ts';
import { lineEdits, type OffsetEdit } from './edits.ts';
import { guessIndent, Indent } from './indent.ts';
import { FormattedInstruction } from './instruction.ts';
import { physicalLines, readLayout, type Layout, type PhysicalLine } from './layout.ts';

export interface DockerfileStyle {
  /** Absent: as the file does it. */
  readonly editor?: FormattingOptions;
  readonly casing: Casing;
  readonly sortPackages: boolean;
}

/** An instruction with more characters than this stays as it is: no person wrote it, and it would take too long. */
const longest = 64_000;

/** More empty lines than this in a row are too many. */
const mostBlankLines = 2;

/**
 * Formats a Dockerfile: casing of keywords, single blanks, indentation of continued lines with their nesting, no blanks at
 * ends of lines. Never touches here-documents, quoted text, the text of comments, or what an instruction means; doing it
 * twice does nothing more. With `range`, only the lines it touches.
 */
export function formatDockerfile(document: DockerfileDocument, style: DockerfileStyle, range?: Range): TextEdit[] {
  const { text } = document;
  const edits = new Formatting(document, style).edits(({ number }) => range === undefined || touches(range, number));
  return edits.map(({ start, end, text: newText }) => ({
    range: { start: text.positionAt(start), end: text.positionAt(end) },
    newText,
  }));
}

class Formatting {
  readonly #document: DockerfileDocument;
  readonly #style: DockerfileStyle;
  readonly #lines: readonly PhysicalLine[];

  constructor(document: DockerfileDocument, style: DockerfileStyle) {
    this.#document = document;
    this.#style = style;
    this.#lines = physicalLines(document.content);
  }

  edits(wanted: (line: PhysicalLine) => boolean): OffsetEdit[] {
    const edits = [...this.#instructions(wanted), ...this.#between(wanted)];
    return edits.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  *#instructions(wanted: (line: PhysicalLine) => boolean): Iterable<OffsetEdit> {
    const { casing, editor, sortPackages } = this.#style;
    const { instructions } = this.#document.parsed;
    const read = this.#read();
    const tabs = new Indent({ insertSpaces: false, tabSize: 4 });
    const indent = new Indent(editor ?? guessIndent(read.map(({ instruction }) => instruction.baseLead(tabs))));
    const cased = casingOf(casing, instructions);
    for (const { layout, instruction } of read) {
      const lines = this.#lines.slice(layout.firstLine, layout.firstLine + layout.items.length);
      if (!lines.some(wanted)) continue;
      const texts = instruction.lines({ indent, cased, sortPackages: sortPackages && lines.every(wanted) });
      for (const [i, line] of lines.entries())
        if (wanted(line)) yield* lineEdits(line.start, line.text, texts[i] ?? line.text);
    }
  }

  #read(): { readonly layout: Layout; readonly instruction: FormattedInstruction }[] {
    const { escape, instructions } = this.#document.parsed;
    const file = new DockerfileFile(this.#document, { config: standardConfig });
    const steps = new Map(Array.from(file.steps(), (step) => [step.start, step]));
    return instructions.flatMap((raw) => {
      if (raw.end - raw.start > longest) return [];
      const layout = readLayout(raw, { lines: this.#lines, escape });
      if (layout === undefined) return [];
      const step = steps.get(raw.start);
      const posix = step === undefined || file.shellOf(step).posix;
      return [{ layout, instruction: new FormattedInstruction(layout, { escape, posix }) }];
    });
  }

  /** Comments and empty lines between instructions. */
  *#between(wanted: (line: PhysicalLine) => boolean): Iterable<OffsetEdit> {
    const owned = new Set(this.#document.parsed.instructions.flatMap((raw) => [...numbers(raw)]));
    const lastText = this.#lines.findLastIndex(({ number, text }) => owned.has(number) || !isBlank(text));
    const { trim } = this.#ends();
    // Empty lines before everything stay: without them a comment could become a directive.
    let [blanks, begun] = [0, false];
    for (const line of this.#lines) {
      const blank = !owned.has(line.number) && isBlank(line.text);
      blanks = blank ? blanks + 1 : 0;
      begun ||= !blank;
      if (owned.has(line.number) || !wanted(line) || (trim && line.number > lastText && lastText >= 0)) continue;
      const next = this.#lines[line.number + 1]?.start;
      if (blank && begun && blanks > mostBlankLines && next !== undefined)
        yield { start: line.start, end: next, text: '' };
      else if (!/^[ \t]+#!/.test(line.text)) yield* lineEdits(line.start, line.text, withoutBlanks(line.text));
    }
    yield* this.#end(lastText, wanted);
  }

  /** One line end after the last line, when that is asked for. */
  *#end(lastText: number, wanted: (line: PhysicalLine) => boolean): Iterable<OffsetEdit> {
    const { content, parsed } = this.#document;
    const last = this.#lines[lastText];
    const open = parsed.instructions.at(-1)?.heredocs.some(({ closed }) => !closed) === true;
    if (last === undefined || open) return;
    const { trim, insert } = this.#ends();
    const surplus = this.#lines[lastText + 1];
    if (surplus === undefined) {
      const text = content.includes('\r\n') ? '\r\n' : '\n';
      if (insert && wanted(last)) yield { start: content.length, end: content.length, text };
    } else if (trim && surplus.start < content.length && wanted(surplus))
      yield { start: surplus.start, end: content.length, text: '' };
  }

  /** What is to be done at the end of the file; editors have settings of their own for that. */
  #ends(): { readonly trim: boolean; readonly insert: boolean } {
    const { editor } = this.#style;
    if (editor === undefined) return { trim: true, insert: true };
    return { trim: editor.trimFinalNewlines === true, insert: editor.insertFinalNewline === true };
  }
}

function* numbers({ startLine, endLine }: RawInstruction): Iterable<number> {
  for (let number = startLine; number <= endLine; number += 1) yield number;
}

function isBlank(text: string): boolean {
  return /^[ \t]*$/.test(text);
}

function withoutBlanks(text: string): string {
  return text.replaceAll(/^[ \t]+|[ \t]+$/g, '');
}

/** A range that ends where a line begins does not touch it. */
function touches({ start, end }: Range, line: number): boolean {
  return (
    line >= start.line && (line < end.line || (line === end.line && (end.character > 0 || start.line === end.line)))
  );
}

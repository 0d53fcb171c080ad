import type { Token, TokenModifier, TokenType } from '../../semanticTokens.ts';
import type { ShellParser } from '../../shell/parser.ts';
import type { DockerfileDocument } from '../document.ts';
import { instructionNamed } from '../reference/instructions.ts';
import { valueSpan } from './assignments.ts';
import type { Flag } from './flags.ts';
import { isSkipped } from './logicalLine.ts';
import { mountFields } from './mounts.ts';
import type { Span } from './name.ts';
import { shellTexts } from './script.ts';
import type { Step, Word } from './step.ts';
import { builderUses } from './variableUses.ts';

/**
 * The pieces of a step in the order of the file, none over another. What is in a here-document in another language than
 * the shell's is not among them, and neither are comments.
 */
export function stepTokens(document: DockerfileDocument, step: Step, shell: ShellParser | undefined): Token[] {
  const painter = new Painter(document, step);
  painter.paint(shell);
  return painter.tokens.sort((a, b) => a.start - b.start);
}

/** What is in a shell's hands, not in the builder's. */
const running = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK']);

class Painter {
  readonly tokens: Token[] = [];
  readonly #document: DockerfileDocument;
  readonly #step: Step;
  /** The variables, in their order: what is around them is cut. */
  readonly #uses: readonly Span[];

  constructor(document: DockerfileDocument, step: Step) {
    this.#document = document;
    this.#step = step;
    this.#uses = step.textOf(step).includes('$') ? builderUses(step).map((use) => this.#withDollar(use)) : [];
  }

  paint(shell: ShellParser | undefined): void {
    const step = this.#step;
    const known = instructionNamed(step.name);
    if (step.onbuild) this.#add(step.onbuild.keyword, 'keyword');
    if (known === undefined) return;
    this.#add(step.keyword, 'keyword', known.deprecated === undefined ? [] : ['deprecated']);
    for (const use of this.#uses) this.tokens.push({ ...use, type: 'variable' });
    for (const flag of step.flags) this.#flag(flag);
    if (step.name === 'FROM') this.#from();
    else if (['ARG', 'ENV', 'LABEL'].includes(step.name)) this.#assignments();
    else if (running.has(step.name)) this.#running(shell);
    else if (step.json) this.#strings(step.json);
    else {
      const type = step.name === 'EXPOSE' ? 'number' : 'string';
      for (const word of step.words)
        if (!step.heredocs.some(({ start }) => start === word.start)) this.#add(word, type);
    }
  }

  #flag(flag: Flag): void {
    const { name, value, start, end } = flag;
    this.#add({ start, end: start + 2 + name.length }, 'parameter');
    if (value === undefined) return;
    const from = start + 3 + name.length;
    if (name === 'from') this.#image({ ...flag.within(0, value.length), text: value });
    else if (name === 'mount') this.#mount(flag);
    else this.#add({ start: from, end }, /^\d+[a-z]*$/.test(value) ? 'number' : 'string');
  }

  #mount(flag: Flag): void {
    for (const { key, keyRange, value, valueRange } of mountFields(flag)) {
      this.#add(keyRange, 'property');
      if (key === 'from' && value !== undefined) this.#image({ ...valueRange, text: value });
      else this.#add(valueRange, 'string');
    }
  }

  #from(): void {
    const { stage, words } = this.#step;
    const [image, as] = words;
    if (image) this.#image(image);
    if (as?.text.toLowerCase() === 'as') this.#add(as, 'keyword');
    if (stage.name) this.#add(stage.name, 'namespace', ['declaration']);
  }

  #image({ text, start, end }: Word): void {
    if (this.#document.referenceAt(start)?.stage) {
      this.#add({ start, end }, 'namespace');
      return;
    }
    const [name = text] = /^[^@]*?(?=(:[^/]*)?(@.*)?$)/.exec(text) ?? [];
    this.#add({ start, end: start + name.length }, 'class');
    this.#add({ start: start + name.length + 1, end }, 'property');
  }

  #assignments(): void {
    const step = this.#step;
    for (const assignment of step.assignments) {
      if (step.name === 'LABEL') this.#add(assignment, 'property');
      else this.#add(assignment, 'variable', step.name === 'ARG' ? ['declaration', 'readonly'] : ['declaration']);
      const value = valueSpan(step, assignment);
      if (value) this.#add(value, /^\d+$/.test(assignment.value ?? '') ? 'number' : 'string');
    }
  }

  #running(shell: ShellParser | undefined): void {
    const step = this.#step;
    const [sub] = step.name === 'HEALTHCHECK' ? step.words : [];
    if (sub) this.#add(sub, 'keyword');
    const found = shellTexts(step, this.#document.source);
    if (found?.exec) this.#strings(found.exec);
    else if (step.json) this.#strings(step.json.slice(0, -1));
    if (shell === undefined || !this.#document.shells.of(step).posix) return;
    for (const { text, base } of found?.texts ?? [])
      for (const { start, end, type } of shell.pieces(text).tokens)
        this.#add({ start: base + start, end: base + end }, type);
  }

  #strings(words: readonly Word[]): void {
    for (const word of words) this.#add(word, 'string');
  }

  #withDollar({ name, start }: { readonly name: string; readonly start: number }): Span {
    const { content } = this.#document;
    const end = start + name.length;
    if (content.charAt(start - 1) !== '{') return { start: start - 1, end };
    return { start: start - 2, end: content.charAt(end) === '}' ? end + 1 : end };
  }

  /** Leaves out the variables inside. */
  #add({ start, end }: Span, type: TokenType, modifiers: readonly TokenModifier[] = []): void {
    let from = start;
    for (let at = this.#usesFrom(start); at < this.#uses.length; at += 1) {
      const use = this.#uses[at];
      if (use === undefined || use.start >= end) break;
      this.#addLines(from, use.start, { type, modifiers });
      from = use.end;
    }
    this.#addLines(from, end, { type, modifiers });
  }

  /** The first variable that ends behind an offset, by bisection. */
  #usesFrom(offset: number): number {
    let [low, high] = [0, this.#uses.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#uses[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A token for each line; without what continues the line and without the comments between. */
  #addLines(
    start: number,
    end: number,
    { type, modifiers }: { readonly type: TokenType; readonly modifiers: readonly TokenModifier[] },
  ): void {
    if (end <= start) return;
    const { content } = this.#document;
    const style = modifiers.length === 0 ? { type } : { type, modifiers };
    const newline = content.indexOf('\n', start);
    if (newline < 0 || newline >= end) {
      this.tokens.push({ start, end, ...style });
      return;
    }
    const [body] = this.#step.heredocs;
    let at = start;
    for (const line of content.slice(start, end).split('\n')) {
      const lead = at === start ? 0 : line.search(/\S|$/);
      const inBody = body !== undefined && at >= body.body.start;
      const shown = inBody ? line.trimEnd() : line.replace(this.#step.escape === '`' ? /[\s`]+$/ : /[\s\\]+$/, '');
      if (shown.length > lead && (inBody || at === start || !isSkipped(line)))
        this.tokens.push({ start: at + lead, end: at + shown.length, ...style });
      at += line.length + 1;
    }
  }
}

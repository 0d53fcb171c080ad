import type { ComposeDocument } from '../document.ts';
import { isKey, nodesOf } from '../yaml/find.ts';
import type { YamlNode } from '../yaml/node.ts';

export interface Line {
  readonly start: number;
  /** Without its line break. */
  readonly text: string;
  /** Blanks at its start. */
  readonly indent: number;
  /**
   * `inside` goes on with a scalar or brackets that began on a line above; `block` is of a block text, where every blank
   * counts.
   */
  readonly kind: 'content' | 'inside' | 'block' | 'comment' | 'blank';
}

/** The lines of a compose file, by what may be done with them. */
export class Lines {
  readonly all: readonly Line[];
  /** A text goes on in a line that is not indented more than its key, which compose reads and YAML does not; or is a key. */
  readonly lenient: boolean = false;
  readonly #document: ComposeDocument;

  constructor(document: ComposeDocument) {
    this.#document = document;
    const kinds = new Map<number, 'inside' | 'block'>();
    const texts = document.content.split(/\r?\n/);
    for (const { root } of document.parts) for (const node of leaves(root)) this.#mark(node, { kinds, texts });
    let start = 0;
    this.all = texts.map((text, number): Line => {
      const line: Line = {
        start,
        text,
        kind: kinds.get(number) ?? kindOf(text),
        indent: /^ */.exec(text)?.[0].length ?? 0,
      };
      start = document.text.offsetAt({ line: number + 1, character: 0 });
      return line;
    });
    for (const { root } of document.parts) for (const node of leaves(root)) this.lenient ||= this.#isLenient(node);
  }

  /** The number of the line of an offset. */
  at(offset: number): number {
    return this.#document.text.positionAt(offset).line;
  }

  column(offset: number): number {
    return this.#document.text.positionAt(offset).character;
  }

  /** What stands before an offset in its line. */
  before(offset: number): string {
    return this.all[this.at(offset)]?.text.slice(0, this.column(offset)) ?? '';
  }

  #isLenient(node: YamlNode): boolean {
    if (node.kind !== 'scalar') return false;
    if (isBlockText(node)) return isKey(node);
    const first = this.at(node.start);
    const last = this.at(node.end);
    if (first === last) return false;
    const outer = this.all[this.at(outermost(node).start)]?.text ?? '';
    const column = /^ *(?:- +)*/.exec(outer)?.[0].length ?? 0;
    return this.all.slice(first + 1, last + 1).some(({ text, indent }) => text.trim() !== '' && indent <= column);
  }

  /** The same without the anchor and the tag of what follows. */
  prefix(offset: number): string {
    return this.before(offset).replace(/(?:[&!]\S*[ \t]+)+$/, '');
  }

  #mark(node: YamlNode, { kinds, texts }: { kinds: Map<number, 'inside' | 'block'>; texts: readonly string[] }): void {
    const block = isBlockText(node);
    const first = this.at(node.start);
    let last = this.at(node.end);
    // Lines of blanks at its end belong to a block text.
    if (block) while (last + 1 < texts.length && /^\s*$/.test(texts[last + 1] ?? '')) last += 1;
    for (let line = first + 1; line <= last; line += 1) kinds.set(line, block ? 'block' : 'inside');
  }
}

/** The brackets around a node that are in no others, or the node itself. */
function outermost(node: YamlNode): YamlNode {
  const { parent } = node;
  const around = parent?.kind === 'entry' ? parent.parent : parent;
  return around?.flow === true ? outermost(around) : node;
}

function kindOf(text: string): Line['kind'] {
  if (/^\s*$/.test(text)) return 'blank';
  return /^\s*#/.test(text) ? 'comment' : 'content';
}

export function isBlockText(node: YamlNode): boolean {
  return node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded');
}

/** What may go on over several lines without lines of its own that can be told apart. */
function* leaves(root: YamlNode | undefined): Iterable<YamlNode> {
  for (const node of nodesOf(root)) {
    if (node.kind === 'scalar' || node.kind === 'alias' || node.flow) yield node;
    if (node.kind === 'mapping') for (const { key } of node.entries) yield key;
  }
}

import { type Chunk, parseChunk } from './chunk.ts';
import { missingColon, wrongColumn } from './convert.ts';
import { type Alias, type Anchored, Entry, Mapping, Scalar, type YamlNode } from './node.ts';
import { inOneLine } from './lenient.ts';
import { type DocumentSpan, type Span, split } from './split.ts';

export interface YamlError {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** A quote or a bracket that is not closed, where it should be. */
  readonly unclosed?: true;
}

/** One document of a YAML text. */
export interface YamlDocument {
  readonly start: number;
  readonly end: number;
  /** `undefined` when there is nothing but blank lines and comments. */
  readonly root: YamlNode | undefined;
  readonly anchors: readonly Anchored[];
  readonly aliases: readonly Alias[];
}

/** What was read of a text, whatever its state. */
export interface YamlTree {
  readonly documents: readonly YamlDocument[];
  readonly errors: readonly YamlError[];
  /** What `parseYaml` may take over for the next version. */
  readonly chunks: readonly Chunk[];
  /** Its nodes have moved over to the tree of the next version. */
  readonly moved: boolean;
}

/**
 * Reads a YAML text; never fails. With the tree of the version before, only the chunks that changed are parsed; its
 * nodes move over to the new tree, so the old one must not be used any more.
 */
export function parseYaml(text: string, before?: YamlTree): YamlTree {
  const tree = readTree(text, before);
  if (before) (before as { moved: boolean }).moved = true;
  return tree.errors.some(({ unclosed }) => unclosed) ? closed(text, tree) : tree;
}

function readTree(text: string, before: YamlTree | undefined): YamlTree {
  const reader = new Reader(text, before);
  const documents = split(reader.text).map((span) => reader.document(span));
  return { documents, errors: reader.errors.sort((a, b) => a.start - b.start), chunks: reader.chunks, moved: false };
}

/** Reads values that close on a line that is not indented enough, as compose does; each must leave fewer errors. */
function closed(text: string, tree: YamlTree): YamlTree {
  let best = { text, tree };
  for (let error = nextUnclosed(tree, -1); error; error = nextUnclosed(best.tree, error.start)) {
    const flat = inOneLine(best.text, error.start);
    if (flat === undefined) continue;
    const { length } = best.tree.errors;
    const attempt = readTree(flat, best.tree);
    best =
      attempt.errors.length < length ? { text: flat, tree: attempt } : { ...best, tree: readTree(best.text, attempt) };
  }
  return best.tree;
}

function nextUnclosed({ errors }: YamlTree, after: number): YamlError | undefined {
  return errors.find(({ start, unclosed }) => unclosed === true && start > after);
}

/** The same without cutting: what the chunks are held against in tests. */
export function parseWhole(text: string): YamlTree {
  const reader = new Reader(text, undefined);
  const documents = split(text).map(({ from, to }) => reader.document({ from, to, spans: [{ from, to, indent: 0 }] }));
  return { documents, errors: reader.errors, chunks: reader.chunks, moved: false };
}

const conflictMarker = /^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$/gm;

class Reader {
  readonly errors: YamlError[] = [];
  readonly chunks: Chunk[] = [];
  /** With the markers of a merge conflict turned into comments of the same length. */
  readonly text: string;
  private readonly known = new Map<string, Chunk[]>();

  constructor(text: string, before: YamlTree | undefined) {
    this.text = /^<{7}/m.test(text)
      ? text.replaceAll(conflictMarker, (line, at: number) => this.unmark(line, at))
      : text;
    for (const chunk of before?.chunks ?? []) {
      const same = this.known.get(chunk.text);
      if (same) same.push(chunk);
      else this.known.set(chunk.text, [chunk]);
    }
  }

  private unmark(line: string, start: number): string {
    this.errors.push({ start, end: start + line.length, message: 'This merge conflict is not resolved.' });
    return `#${line.slice(1)}`;
  }

  document({ from, to, spans }: DocumentSpan): YamlDocument {
    const chunks = spans.map((span) => this.chunk(span));
    this.chunks.push(...chunks);
    return {
      start: from,
      end: to,
      root: spans.length === 1 ? chunks[0]?.root : this.assemble(spans, chunks),
      anchors: chunks.flatMap(({ anchors }) => anchors),
      aliases: chunks.flatMap(({ aliases }) => aliases),
    };
  }

  private chunk({ from, to }: Span): Chunk {
    const text = this.text.slice(from, to);
    const same = this.known.get(text)?.pop();
    if (same) restore(same);
    const chunk = same ?? parseChunk(text, from);
    chunk.place.start = from;
    for (const error of chunk.errors) this.errors.push({ ...error, start: from + error.from, end: from + error.to });
    return chunk;
  }

  /** Puts the keys of the chunks together as the keys of one mapping. */
  private assemble(spans: readonly Span[], chunks: readonly Chunk[]): Mapping {
    const root = new Mapping(
      { start: 0, text: '' },
      { from: spans[0]?.from ?? 0, to: spans.at(-1)?.to ?? 0, flow: false },
    );
    let level = { mapping: root, column: spans[0]?.indent ?? 0 };
    let owner: Entry | undefined;
    spans.forEach((span, index) => {
      const chunk = chunks[index];
      if (!chunk) return;
      if (span.child === true) {
        if (owner) level = { mapping: childMapping(owner, span), column: span.indent };
        owner = undefined;
      } else level = { mapping: root, column: spans[0]?.indent ?? 0 };
      for (const entry of this.entries(chunk, span)) {
        this.checkColumn(entry, { found: span.indent, expected: level.column });
        level.mapping.add(entry);
        owner = span.child === true ? undefined : entry;
      }
    });
    return root;
  }

  private entries({ root, place }: Chunk, { from }: Span): readonly Entry[] {
    if (!root) return [];
    if (root.kind === 'mapping') return [...root.entries];
    const line = /^[^\r\n]*/.exec(this.text.slice(root.start, root.start + 400))?.[0].trimEnd() ?? '';
    const word = root.kind === 'scalar' && root.style === 'plain' ? (root.text.split('\n')[0] ?? line) : line;
    this.errors.push({
      start: root.start,
      end: root.start + Math.min(word.length, line.length),
      message: missingColon(word),
    });
    const start = root.start - from;
    const key = new Scalar(place, { from: start, to: start + line.length, style: 'plain', text: word });
    const value = new Scalar(place, { from: start + line.length, to: start + line.length, style: 'missing', text: '' });
    return [new Entry(key, value, false)];
  }

  private checkColumn({ key }: Entry, { found, expected }: { found: number; expected: number }): void {
    if (found === expected) return;
    this.errors.push({ start: key.start, end: key.end, message: wrongColumn(found, expected) });
  }
}

/** The block mapping that the chunks after a bare `key:` make up; the key's anchor and tag are its own. */
function childMapping(owner: Entry, { from }: Span): Mapping {
  const { place } = owner.key;
  const mapping = new Mapping(place, { from: from - place.start, to: from - place.start, flow: false });
  mapping.adopt(owner.written);
  mapping.parent = owner;
  owner.value = mapping;
  return mapping;
}

/** Undoes what the tree before did to a chunk's outermost entries. */
function restore({ root }: Chunk): void {
  if (root) root.parent = undefined;
  if (root?.kind !== 'mapping') return;
  for (const entry of root.entries) {
    entry.parent = root;
    entry.value = entry.written;
  }
}

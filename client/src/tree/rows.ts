import type { Known, Question } from '../store/details.ts';
import { equal } from '../store/equal.ts';
import type { NodeView, TreeNode, TreeRow } from './node.ts';
import { childrenOf, questionOf, viewOf } from './nodes/index.ts';

/** A row as VS Code holds it: one object as long as its id lives, and what was last shown of it. */
export class Row implements TreeRow {
  readonly id: string;
  readonly parent: Row | undefined;
  node: TreeNode;
  /** `undefined` until it was shown. */
  shown: NodeView | undefined;
  /** `undefined` until they were asked for. */
  children: readonly Row[] | undefined;

  constructor(node: TreeNode, parent: Row | undefined) {
    this.id = node.id;
    this.node = node;
    this.parent = parent;
  }
}

/** What must be drawn anew: everything, or these rows with what is below them. */
export type RowChange = { readonly all: true } | { readonly all: false; readonly rows: readonly Row[] };

/**
 * The rows of one view. An update keeps every row whose id is still there, and tells the smallest parts that look
 * different from what was shown; what was never shown needs no drawing.
 */
export class Rows {
  readonly #known: Known;
  #roots: readonly Row[] = [];
  #dirty: Row[] = [];

  constructor(known: Known) {
    this.#known = known;
  }

  get roots(): readonly Row[] {
    return this.#roots;
  }

  update(nodes: readonly TreeNode[], now: number): RowChange {
    const before = this.#roots;
    this.#dirty = [];
    this.#roots = this.#merge(before, nodes, { parent: undefined, now });
    return sameRows(before, this.#roots) ? { all: false, rows: this.#dirty } : { all: true };
  }

  /** The rows that time alone has changed: `Up 3 minutes`. */
  outdated(now: number): readonly Row[] {
    const old: Row[] = [];
    const look = (row: Row): void => {
      if (row.shown && !equal(row.shown, viewOf(row.node, now))) old.push(row);
      else row.children?.forEach(look);
    };
    this.#roots.forEach(look);
    return old;
  }

  childrenOf(row: Row): readonly Row[] {
    row.children ??= childrenOf(row.node, this.#known).map((node) => new Row(node, row));
    return row.children;
  }

  /** Lets go of children that came from these answers; tells the rows to draw, whose children are asked for again. */
  forget(questions: readonly Question[]): readonly Row[] {
    const gone = new Set(questions.map(({ about, of }) => `${about}/${of}`));
    const found: Row[] = [];
    const look = (row: Row): void => {
      if (!row.children) return;
      const question = questionOf(row.node);
      if (question && gone.has(`${question.about}/${question.of}`)) {
        row.children = undefined;
        found.push(row);
      } else row.children.forEach(look);
    };
    this.#roots.forEach(look);
    return found;
  }

  /** The row of this id, if it was ever made. */
  find(id: string): Row | undefined {
    const look = (rows: readonly Row[]): Row | undefined => {
      for (const row of rows) {
        const found = row.id === id ? row : row.children && look(row.children);
        if (found) return found;
      }
      return undefined;
    };
    return look(this.#roots);
  }

  /** The rows of these ids from the root down; empty when one of them is not there. */
  along(path: readonly string[]): readonly Row[] {
    const found: Row[] = [];
    let level = this.#roots;
    for (const id of path) {
      const row = level.find((candidate) => candidate.id === id);
      if (!row) return [];
      found.push(row);
      level = this.childrenOf(row);
    }
    return found;
  }

  #merge(
    before: readonly Row[],
    nodes: readonly TreeNode[],
    { parent, now }: { parent: Row | undefined; now: number },
  ): readonly Row[] {
    const known = new Map(before.map((row) => [row.id, row]));
    return nodes.map((node) => {
      const row = known.get(node.id);
      if (!row) return new Row(node, parent);
      this.#renew(row, node, now);
      return row;
    });
  }

  #renew(row: Row, node: TreeNode, now: number): void {
    if (equal(row.node, node)) return;
    row.node = node;
    if (row.children) {
      const before = row.children;
      const outer = this.#dirty;
      this.#dirty = [];
      row.children = this.#merge(before, childrenOf(node, this.#known), { parent: row, now });
      const below = this.#dirty;
      this.#dirty = outer;
      if (sameRows(before, row.children) && row.shown && equal(row.shown, viewOf(node, now))) {
        this.#dirty.push(...below);
        return;
      }
    }
    if (row.shown) this.#dirty.push(row);
  }
}

function sameRows(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index]);
}

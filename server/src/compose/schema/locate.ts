import type { ComposePart } from '../document.ts';
import { isMerge } from '../yaml/anchors.ts';
import type { Entry, Sequence, YamlNode } from '../yaml/node.ts';
import { composeShape } from './compose.data.ts';
import { anything, shapeOfKey } from './lookup.ts';
import type { Shape } from './shape.ts';

/** Follows the schema down to nodes. Answers are cached: make one per tree. */
export class Locator {
  readonly #rootShape: Shape;
  readonly #usedAs: (anchor: string) => Shape | undefined;
  readonly #known = new Map<YamlNode, Shape | undefined>();

  /**
   * `usedAs` tells the shape of the place where an anchor is used: what stands under `x-…` has none of its own.
   */
  constructor(rootShape: Shape, usedAs: (anchor: string) => Shape | undefined) {
    this.#rootShape = rootShape;
    this.#usedAs = usedAs;
  }

  /** What may stand in the place of a node; `undefined` where the schema knows nothing. */
  shapeOf(node: YamlNode): Shape | undefined {
    if (this.#known.has(node)) return this.#known.get(node);
    // Anchors may be used inside themselves.
    this.#known.set(node, undefined);
    let shape = this.#byParent(node.parent);
    if ((!shape || shape.any === true) && node.anchor) shape = this.#usedAs(node.anchor.name) ?? shape;
    this.#known.set(node, shape);
    return shape;
  }

  /** What may stand in the place of an entry's value. */
  shapeOfEntry(entry: Entry): Shape | undefined {
    const around = entry.parent && this.shapeOf(entry.parent);
    if (!around) return undefined;
    if (isMerge(entry)) return around;
    if (around.any === true) return anything;
    return around.mapping && shapeOfKey(around.mapping, entry.key.text);
  }

  #byParent(parent: Entry | Sequence | undefined): Shape | undefined {
    if (!parent) return this.#rootShape;
    if (parent.kind === 'entry') return this.shapeOfEntry(parent);
    // `<<: [*a, *b]`: each item is merged into the mapping.
    if (parent.parent?.kind === 'entry' && isMerge(parent.parent)) return this.shapeOfEntry(parent.parent);
    const shape = this.shapeOf(parent);
    return shape?.any === true ? anything : shape?.sequence?.items;
  }
}

/** The locator of a document's own tree. */
export function locator({ yaml, anchors }: Pick<ComposePart, 'yaml' | 'anchors'>): Locator {
  const own: Locator = new Locator(composeShape, (name) => {
    for (const alias of yaml.aliases) {
      if (alias.name !== name || !anchors.target(alias)) continue;
      const shape = own.shapeOf(alias);
      if (shape && shape.any !== true) return shape;
    }
    return undefined;
  });
  return own;
}

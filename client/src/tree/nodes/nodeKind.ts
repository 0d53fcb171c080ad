import type { Known, Question } from '../../store/details.ts';
import type { NodeView, TreeNode } from '../node.ts';

export type NodeOf<K extends TreeNode['kind']> = Extract<TreeNode, { readonly kind: K }>;

/** What the person has done to a row. */
export interface Look {
  /** Its secret is to be read. */
  readonly revealed: boolean;
}

/** All that is known of a kind of row. Pure: of the same node and time it always says the same. */
export interface NodeKind<K extends TreeNode['kind']> {
  /** `now` in milliseconds since the epoch. */
  view(node: NodeOf<K>, now: number, look: Look): NodeView;
  /** What must be asked before its children are known. */
  question?(node: NodeOf<K>): Question;
  /** `known` has the answer to the kind's question, unless it was forgotten meanwhile. */
  children(node: NodeOf<K>, known: Known): readonly TreeNode[];
  /** Markdown; what comes from the engine is escaped in it. */
  tooltip(node: NodeOf<K>, now: number): string;
}

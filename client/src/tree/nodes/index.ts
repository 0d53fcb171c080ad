import type { NodeView, TreeNode } from '../node.ts';
import { container } from './container.ts';
import { containerGroup } from './containerGroup.ts';
import { image } from './image.ts';
import { imageGroup } from './imageGroup.ts';
import { mount } from './mount.ts';
import { network } from './network.ts';
import type { NodeKind } from './nodeKind.ts';
import { port } from './port.ts';

/** Every kind of row. */
const kinds: { readonly [K in TreeNode['kind']]: NodeKind<K> } = {
  container,
  containerGroup,
  image,
  imageGroup,
  mount,
  network,
  port,
};

export function viewOf(node: TreeNode, now: number): NodeView {
  return kindOf(node).view(node, now);
}

export function childrenOf(node: TreeNode): readonly TreeNode[] {
  return kindOf(node).children(node);
}

export function tooltipOf(node: TreeNode, now: number): string {
  return kindOf(node).tooltip(node, now);
}

/** A node goes to the kind that its own `kind` names, which the compiler cannot follow. */
function kindOf(node: TreeNode): NodeKind<TreeNode['kind']> {
  return kinds[node.kind] as NodeKind<TreeNode['kind']>;
}

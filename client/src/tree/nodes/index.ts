import type { Known, Question } from '../../store/details.ts';
import type { NodeView, TreeNode } from '../node.ts';
import { attachment } from './attachment.ts';
import { cache } from './cache.ts';
import { context } from './context.ts';
import { container } from './container.ts';
import { containerGroup } from './containerGroup.ts';
import { containerSet } from './containerSet.ts';
import { image } from './image.ts';
import { imageSection } from './imageSection.ts';
import { imageGroup } from './imageGroup.ts';
import { layer } from './layer.ts';
import { mount } from './mount.ts';
import { network } from './network.ts';
import type { Look, NodeKind } from './nodeKind.ts';
import { notice } from './notice.ts';
import { platform } from './platform.ts';
import { port } from './port.ts';
import { probe } from './probe.ts';
import { process } from './process.ts';
import { registry } from './registry.ts';
import { remoteTag } from './remoteTag.ts';
import { repository } from './repository.ts';
import { section } from './section.ts';
import { service } from './service.ts';
import { swarmGroup } from './swarmGroup.ts';
import { swarmNode } from './swarmNode.ts';
import { swarmObject } from './swarmObject.ts';
import { task } from './task.ts';
import { usageGroup } from './usageGroup.ts';
import { variable } from './variable.ts';
import { volume } from './volume.ts';

/** Every kind of row. */
const kinds: { readonly [K in TreeNode['kind']]: NodeKind<K> } = {
  attachment,
  cache,
  container,
  containerGroup,
  containerSet,
  context,
  image,
  imageGroup,
  imageSection,
  layer,
  mount,
  network,
  notice,
  platform,
  port,
  probe,
  process,
  registry,
  remoteTag,
  repository,
  section,
  service,
  swarmGroup,
  swarmNode,
  swarmObject,
  task,
  usageGroup,
  variable,
  volume,
};

const plain: Look = { revealed: false };

export function viewOf(node: TreeNode, now: number, look = plain): NodeView {
  return kindOf(node).view(node, now, look);
}

const nothing: Known = () => undefined;

export function childrenOf(node: TreeNode, known = nothing): readonly TreeNode[] {
  return kindOf(node).children(node, known);
}

/** What must be asked before a row's children are known; `undefined` for most rows. */
export function questionOf(node: TreeNode): Question | undefined {
  return kindOf(node).question?.(node);
}

export function tooltipOf(node: TreeNode, now: number): string {
  return kindOf(node).tooltip(node, now);
}

/** A node goes to the kind that its own `kind` names, which the compiler cannot follow. */
function kindOf(node: TreeNode): NodeKind<TreeNode['kind']> {
  return kinds[node.kind] as NodeKind<TreeNode['kind']>;
}

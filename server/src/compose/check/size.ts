import type { ComposePart } from '../document.ts';
import type { Alias, Entry, YamlNode } from '../yaml/node.ts';
import { type Report, spotOf } from './report.ts';

/** What compose visits at most when it reads a file (loader/reset.go). */
const limit = 100_000;

/** Aliases of aliases grow a file without bounds; compose gives up, so the alias that weighs most is told. */
export function checkSize({ anchors, yaml }: ComposePart): Report[] {
  if (yaml.aliases.length === 0) return [];
  const sizes = new Map<YamlNode, number>();

  const sizeOf = (node: YamlNode): number => {
    const known = sizes.get(node);
    if (known !== undefined) return known;
    // An alias inside its own target counts as nothing here; that is another finding.
    sizes.set(node, 1);
    let size = 1;
    if (node.kind === 'mapping') for (const { value } of node.entries) size += sizeOf(value);
    else if (node.kind === 'sequence') for (const item of node.items) size += sizeOf(item);
    else if (node.kind === 'alias') size = targetSize(node);
    sizes.set(node, size);
    return size;
  };
  const targetSize = (alias: Alias): number => {
    const target = anchors.target(alias);
    return target ? sizeOf(target) : 1;
  };

  // What stands inside an anchored value counts where that value stands, and again where it is used.
  let total = 0;
  for (const node of yaml.anchors) if (!insideAnchored(node)) total += sizeOf(anchors.valueOf(node));
  for (const alias of yaml.aliases) if (!insideAnchored(alias)) total += targetSize(alias);
  if (total <= limit) return [];
  const heaviest = yaml.aliases.reduce((a, b) => (targetSize(b) > targetSize(a) ? b : a));
  const message = `With its aliases written out this file has more than ${limit.toLocaleString('en-US')} values, which compose does not read.`;
  return [{ rule: 'excessive-aliasing', at: spotOf(heaviest), message }];
}

function insideAnchored(node: YamlNode): boolean {
  let at: YamlNode | Entry | undefined = node.parent;
  while (at) {
    if (at.kind !== 'entry' && at.anchor) return true;
    at = at.parent;
  }
  return false;
}

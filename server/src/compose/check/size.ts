import type { ComposePart } from '../document.ts';
import type { Alias, YamlNode } from '../yaml/node.ts';
import type { Report } from './report.ts';

/** What compose visits at most when it reads a file (loader/reset.go). */
const limit = 100_000;

/** Aliases of aliases grow a file without bounds; compose gives up, so the alias that goes over the limit is told. */
export function checkSize({ root, anchors, yaml }: ComposePart): Report[] {
  if (!root || yaml.aliases.length === 0) return [];
  const sizes = new Map<YamlNode, number>();
  let worst: { readonly alias: Alias; readonly size: number } | undefined;

  const sizeOf = (node: YamlNode): number => {
    const known = sizes.get(node);
    if (known !== undefined) return known;
    // An alias inside its own target counts as nothing here; that is another finding.
    sizes.set(node, 1);
    let size = 1;
    if (node.kind === 'mapping') for (const { value } of node.entries) size += sizeOf(value);
    else if (node.kind === 'sequence') for (const item of node.items) size += sizeOf(item);
    else if (node.kind === 'alias') {
      const target = anchors.target(node);
      size = target ? sizeOf(target) : 1;
      if (size > limit && !worst) worst = { alias: node, size };
    }
    sizes.set(node, size);
    return size;
  };

  if (sizeOf(root) <= limit) return [];
  const at = worst?.alias ?? yaml.aliases.at(-1) ?? root;
  return [
    {
      rule: 'excessive-aliasing',
      start: at.start,
      end: at.end,
      message: `With its aliases written out this file has more than ${limit.toLocaleString('en-US')} values, which compose does not read.`,
    },
  ];
}

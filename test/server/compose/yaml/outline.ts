import type { Entry, YamlNode } from '../../../../server/src/compose/yaml/node.ts';
import type { YamlTree } from '../../../../server/src/compose/yaml/tree.ts';

/** A tree as lines of text, one per node, with its range: what two readings of one text are compared by. */
export function outline(tree: YamlTree): string {
  const lines: string[] = [];
  const visit = (node: YamlNode | Entry, depth: number): void => {
    const at = `${'  '.repeat(depth)}${node.start}-${node.end}`;
    if (node.kind === 'entry') {
      if (node.key.parent !== node || node.value.parent !== node)
        throw new Error(`${at}: an entry is not its parts' parent`);
      lines.push(`${at} ${JSON.stringify(node.key.text)}${node.complete ? '' : ' incomplete'}`);
      visit(node.value, depth + 1);
      return;
    }
    const properties = `${node.anchor ? ` &${node.anchor.name}@${node.anchor.start}` : ''}${node.tag === undefined ? '' : ` ${node.tag}`}`;
    if (node.kind === 'alias') lines.push(`${at} *${node.name}`);
    else if (node.kind === 'scalar') lines.push(`${at}${properties} ${node.style} ${JSON.stringify(node.value)}`);
    else {
      lines.push(`${at}${properties} ${node.kind}${node.flow ? ' flow' : ''}`);
      for (const child of node.kind === 'mapping' ? node.entries : node.items) {
        if (child.parent !== node) throw new Error(`${at}: a collection is not its child's parent`);
        visit(child, depth + 1);
      }
    }
  };
  for (const document of tree.documents) {
    lines.push('document');
    if (document.root) visit(document.root, 1);
  }
  return lines.join('\n');
}

/** Errors as `text: message`. */
export function errorsOf(tree: YamlTree, text: string): string[] {
  return tree.errors.map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`);
}

import { type ComposeStyle, formatCompose } from '../../../../server/src/compose/format/format.ts';
import type { ComposeDocument } from '../../../../server/src/compose/document.ts';
import type { YamlNode } from '../../../../server/src/compose/yaml/node.ts';
import { applyEdits } from '../../../support/markedText.ts';
import { open } from '../open.ts';

const asIs: ComposeStyle = { order: false };

export function formatted(text: string, style: ComposeStyle = asIs): string {
  return applyEdits(text, formatCompose(open(text), style));
}

/** What a file says: its nodes with styles, anchors and tags, and its comments in their order; not where they stand. */
export function meaning(document: ComposeDocument, { sorted = false } = {}): unknown {
  const comments = document.content
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('#'));
  return [document.parts.map(({ root }) => root && said(root, sorted)), sorted ? comments.sort() : comments];
}

function said(node: YamlNode, sorted: boolean): unknown {
  const properties = [node.kind, node.tag, node.kind === 'alias' ? node.name : node.anchor?.name];
  switch (node.kind) {
    case 'alias':
      return properties;
    case 'scalar':
      return [...properties, node.style, node.text];
    case 'sequence':
      return [...properties, node.flow, node.items.map((item) => said(item, sorted))];
    case 'mapping': {
      const entries = node.entries.map(({ key, value }) => [said(key, sorted), said(value, sorted)]);
      return [
        ...properties,
        node.flow,
        sorted ? entries.sort(([a], [b]) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : entries,
      ];
    }
  }
}

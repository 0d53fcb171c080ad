import type { Range, SemanticTokens } from 'vscode-languageserver-types';
import { TokenEncoder } from '../../semanticTokens.ts';
import type { ComposeDocument, ComposePart } from '../document.ts';
import { anchorToken, leafTokens } from '../tokens.ts';
import type { YamlNode } from '../yaml/node.ts';

/**
 * The meaning of names, variables, ports, images, durations and sizes, of the whole file or of what reaches into a range.
 * Keys, comments and texts are left to the editor's grammar.
 */
export function provideSemanticTokens(document: ComposeDocument, range?: Range): SemanticTokens {
  const { text, content } = document;
  const [from, to] = range ? [text.offsetAt(range.start), text.offsetAt(range.end)] : [0, content.length];
  const encoder = new TokenEncoder(content);
  for (const part of document.parts) if (part.root) visit(part.root, part);
  return { data: encoder.data };

  function visit(node: YamlNode, part: ComposePart): void {
    if (node.end < from || node.start > to) return;
    for (const token of anchorToken(node)) encoder.add(token);
    if (node.kind === 'sequence') for (const item of node.items) visit(item, part);
    else if (node.kind === 'mapping')
      for (const { key, value } of node.entries) {
        visit(key, part);
        visit(value, part);
      }
    else for (const token of leafTokens(node, part)) encoder.add(token);
  }
}

import type { Finding, Rule } from '../../../lint/rule.ts';
import type { ComposeDocument, ComposePart } from '../../document.ts';
import type { ComposeFile } from '../file.ts';

export const unusedAnchor: Rule<ComposeFile> = {
  id: 'unused-anchor',
  summary: 'Name only what an alias uses',
  rationale:
    'An anchor (`&name`) is there for aliases (`*name`) in the same file. One that no alias uses is usually left over.',
  severity: 'style',
  codes: [],
  tags: [1],
  examples: {
    bad: ['services:\n  web: &web\n    image: nginx:1.27\n'],
    good: ['services:\n  web: &web\n    image: nginx:1.27\n  copy:\n    <<: *web\n    command: nginx-debug\n'],
  },
  *check({ document }) {
    for (const part of document.parts) if (part.yaml.anchors.length > 0) yield* unused(document, part);
  },
};

function* unused(document: ComposeDocument, { anchors, yaml }: ComposePart): Iterable<Finding> {
  const used = new Set(yaml.aliases.map((alias) => anchors.target(alias)));
  for (const node of yaml.anchors) {
    const { anchor } = node;
    if (!anchor || used.has(anchors.valueOf(node))) continue;
    const at = { start: anchor.start - 1, end: anchor.end };
    yield {
      range: document.range(at),
      message: `No alias uses the anchor \`${anchor.name}\`.`,
      fix: {
        title: `Remove &${anchor.name}`,
        edits: [{ range: document.range(withBlanks(document.content, at)), newText: '' }],
        safe: true,
      },
    };
  }
}

/** With the blanks after it, or before it where nothing else follows in the line. */
function withBlanks(content: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const after = /^[ \t]*/.exec(content.slice(end, end + 200))?.[0].length ?? 0;
  const last = /^(?:\r?\n|$)/.test(content.slice(end + after, end + after + 2));
  const before = /[ \t]*$/.exec(content.slice(Math.max(0, start - 200), start))?.[0].length ?? 0;
  return last ? { start: start - before, end } : { start, end: end + after };
}

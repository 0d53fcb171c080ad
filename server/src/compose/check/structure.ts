import { isMerge } from '../yaml/anchors.ts';
import type { Entry, Mapping, Scalar, YamlNode } from '../yaml/node.ts';
import { type Report, spotOf } from './report.ts';
import { templateErrors } from './variables.ts';
import type { Walk } from './walk.ts';

/** What YAML lets pass and compose does not, wherever it stands: below one node. */
export function checkStructure(node: YamlNode, walk: Walk): void {
  if (node.kind === 'mapping') {
    checkKeys(node, walk);
    for (const entry of node.entries) walk.below(entry, 'structure', () => checkStructure(entry.value, walk));
  } else if (node.kind === 'sequence') for (const item of node.items) checkStructure(item, walk);
  else if (node.kind === 'scalar') {
    const { place } = node;
    for (const { message, ...span } of templateErrors(node))
      walk.report({ rule: 'interpolation-format', at: spotOf({ place, ...span }), message });
  }
}

function checkKeys({ entries }: Mapping, walk: Walk): void {
  const seen = new Map<string, Scalar>();
  for (const entry of entries) {
    const { key } = entry;
    const first = seen.get(key.text);
    if (first) walk.report(duplicateKey(key, first));
    else seen.set(key.text, key);
    if (isMerge(entry)) checkMerge(entry, walk);
    else if (key.type !== 'string') walk.report(keyType(key));
  }
}

function checkMerge({ value }: Entry, walk: Walk): void {
  if (value.kind === 'scalar' && value.style === 'missing') return;
  for (const { node, mapping } of walk.anchors.mergeSources(value)) {
    // An alias of nothing is another finding.
    if (mapping || (node.kind === 'alias' && !walk.anchors.target(node))) continue;
    walk.report({
      rule: 'merge-value',
      at: spotOf(node),
      message: '`<<` takes a mapping, an alias of one, or a list of these.',
    });
  }
}

function duplicateKey(key: Scalar, first: Scalar): Report {
  return {
    rule: 'duplicate-key',
    at: spotOf(key),
    message:
      key.text === '<<'
        ? 'A mapping can have one `<<`; merge several with a list: `<<: [*a, *b]`.'
        : `\`${key.text}\` stands here already.`,
    related: [{ at: spotOf(first), message: 'The first one.' }],
  };
}

function keyType(key: Scalar): Report {
  const at = spotOf(key);
  if (key.text === '') return { rule: 'string-keys', at, message: 'A key is missing before the `:`.' };
  return {
    rule: 'string-keys',
    at,
    message: `A key must be text: put \`${key.text}\` in quotes.`,
    fix: { title: `Put ${key.text} in quotes`, edits: [{ at, text: `"${key.text}"` }], safe: true },
  };
}

import type { ComposePart } from '../document.ts';
import { isMerge } from '../yaml/anchors.ts';
import type { Alias, Entry, Mapping, Scalar, YamlNode } from '../yaml/node.ts';
import type { Report, Span } from './report.ts';
import { templateErrors } from './variables.ts';

/** What YAML lets pass and compose does not, wherever it stands. */
export function checkStructure({ root, anchors, yaml }: ComposePart): Report[] {
  const reports: Report[] = [];
  const visit = (node: YamlNode): void => {
    if (node.kind === 'mapping') {
      checkKeys(node);
      for (const { value } of node.entries) visit(value);
    } else if (node.kind === 'sequence') node.items.forEach(visit);
    else if (node.kind === 'scalar')
      for (const error of templateErrors(node)) reports.push({ rule: 'interpolation-format', ...error });
  };

  const checkKeys = ({ entries }: Mapping): void => {
    const seen = new Map<string, Scalar>();
    for (const entry of entries) {
      const { key } = entry;
      const first = seen.get(key.text);
      if (first) reports.push(duplicateKey(entry, first));
      else seen.set(key.text, key);
      if (isMerge(entry)) checkMerge(entry);
      else if (key.type !== 'string') reports.push(keyType(key));
    }
  };

  const checkMerge = ({ value }: Entry): void => {
    for (const { node, mapping } of anchors.mergeSources(value)) {
      if (
        mapping ||
        (node.kind === 'alias' && !anchors.target(node)) ||
        (node.kind === 'scalar' && node.style === 'missing')
      )
        continue;
      const { start, end } = node;
      reports.push({
        rule: 'merge-value',
        start,
        end,
        message: '`<<` takes a mapping, an alias of one, or a list of these.',
      });
    }
  };

  if (root) visit(root);
  for (const alias of yaml.aliases) {
    const message = aliasFault(alias);
    if (message !== undefined) reports.push({ rule: 'alias-target', start: alias.start, end: alias.end, message });
  }
  return reports;

  function aliasFault(alias: Alias): string | undefined {
    const target = anchors.target(alias);
    if (target)
      return anchors.contains(target, alias) ? `\`*${alias.name}\` stands inside what it stands for.` : undefined;
    if (anchors.names.includes(alias.name))
      return `The anchor \`&${alias.name}\` comes after this alias; it must come before.`;
    return `There is no anchor \`&${alias.name}\` before this alias.`;
  }
}

function duplicateKey({ key }: Entry, first: Span & { readonly text: string }): Report {
  return {
    rule: 'duplicate-key',
    start: key.start,
    end: key.end,
    message:
      key.text === '<<'
        ? 'A mapping can have one `<<`; merge several with a list: `<<: [*a, *b]`.'
        : `\`${key.text}\` stands here already.`,
    related: [{ start: first.start, end: first.end, message: 'The first one.' }],
  };
}

function keyType(key: Scalar): Report {
  const { start, end } = key;
  const message =
    key.text === '' ? 'A key is missing before the `:`.' : `A key must be text: put \`${key.text}\` in quotes.`;
  if (key.text === '') return { rule: 'string-keys', start, end, message };
  return {
    rule: 'string-keys',
    start,
    end,
    message,
    fix: { title: `Put ${key.text} in quotes`, edits: [{ start, end, text: `"${key.text}"` }], safe: true },
  };
}

import type { Alias, Entry, Scalar, YamlNode } from './node.ts';

/** The scalar or alias at an offset, keys among them; its end counts too, so that a cursor after a word is at it. */
export function leafAt(root: YamlNode | undefined, offset: number): Scalar | Alias | undefined {
  let node = root;
  while (node) {
    if (node.kind === 'scalar' || node.kind === 'alias')
      return holds(node, offset) && !isMissing(node) ? node : undefined;
    if (node.kind === 'sequence') {
      node = node.items.find((item) => holds(item, offset));
      continue;
    }
    const entry: Entry | undefined = node.entries.find((each) => holds(each, offset));
    if (!entry) return undefined;
    if (holds(entry.key, offset)) return entry.key;
    node = entry.value;
  }
  return undefined;
}

/** The innermost node that holds an offset, keys among them. */
export function nodeAt(root: YamlNode | undefined, offset: number): YamlNode | undefined {
  let node = root;
  while (node && node.kind !== 'scalar' && node.kind !== 'alias') {
    let next: YamlNode | undefined;
    if (node.kind === 'sequence') next = node.items.find((item) => holds(item, offset));
    else {
      const entry = node.entries.find((each) => holds(each, offset));
      next = entry && (holds(entry.key, offset) || !holds(entry.value, offset) ? entry.key : entry.value);
    }
    if (!next) return node;
    node = next;
  }
  return node;
}

/** Whether a leaf is the key of an entry. */
export function isKey(node: Scalar | Alias): node is Scalar & { readonly parent: Entry } {
  return node.parent?.kind === 'entry' && node.parent.key === node;
}

/** Every node, from the top down, values before what follows them. */
export function* nodesOf(node: YamlNode | undefined): Iterable<YamlNode> {
  if (!node) return;
  yield node;
  if (node.kind === 'sequence') for (const item of node.items) yield* nodesOf(item);
  else if (node.kind === 'mapping') for (const { value } of node.entries) yield* nodesOf(value);
}

function holds({ start, end }: { readonly start: number; readonly end: number }, offset: number): boolean {
  return start <= offset && offset <= end;
}

function isMissing(node: Scalar | Alias): boolean {
  return node.kind === 'scalar' && node.style === 'missing';
}

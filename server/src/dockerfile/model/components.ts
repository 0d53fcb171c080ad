/**
 * The number of the group of each node: nodes of a group can all reach each other, along `next`. In time linear to the
 * edges, and without recursion: files with thousands of stages exist (Kosaraju's algorithm).
 */
export function components<T>(nodes: readonly T[], next: (node: T) => Iterable<T>): ReadonlyMap<T, number> {
  const back = new Map<T, T[]>(nodes.map((node) => [node, []]));
  for (const node of nodes) for (const target of next(node)) back.get(target)?.push(node);
  const finished: T[] = [];
  const seen = new Set<T>();
  for (const node of nodes) visit(node, { next, seen, leave: (left) => finished.push(left) });
  const groups = new Map<T, number>();
  const grouped = new Set<T>();
  for (const [group, node] of finished.reverse().entries())
    visit(node, { next: (at) => back.get(at) ?? [], seen: grouped, leave: (left) => groups.set(left, group) });
  return groups;
}

interface Visit<T> {
  readonly next: (node: T) => Iterable<T>;
  readonly seen: Set<T>;
  /** Called when all that a node reaches was seen. */
  readonly leave: (node: T) => void;
}

function visit<T>(start: T, { next, seen, leave }: Visit<T>): void {
  if (seen.has(start)) return;
  seen.add(start);
  const path = [{ node: start, targets: next(start)[Symbol.iterator]() }];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const { value: target, done } = top.targets.next();
    if (done === true) {
      leave(top.node);
      path.pop();
    } else if (!seen.has(target)) {
      seen.add(target);
      path.push({ node: target, targets: next(target)[Symbol.iterator]() });
    }
  }
}

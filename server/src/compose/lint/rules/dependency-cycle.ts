import type { Located } from '../../project/model.ts';
import type { Project } from '../../project/project.ts';
import { dependencies, impliedDependencies } from '../../project/read/names.ts';
import type { Service } from '../../project/service.ts';
import { projectRule } from '../projectRule.ts';

interface Edge {
  readonly to: string;
  readonly at: Located;
}

export const dependencyCycle = projectRule({
  id: 'dependency-cycle',
  summary: 'Let no service wait for itself',
  rationale:
    'Services start in the order of their dependencies: those of `depends_on`, and those that `links`, `volumes_from` and `service:…` in `network_mode`, `ipc`, `pid`, `uts` and `cgroup` bring along. When they form a circle none of them can be first, and compose refuses the project.',
  severity: 'error',
  codes: [],
  examples: {
    bad: [
      'services:\n  web:\n    image: nginx\n    depends_on: [api]\n  api:\n    image: example/api\n    links: [web]\n',
      'services:\n  web:\n    image: nginx\n    depends_on: [web]\n',
    ],
    good: ['services:\n  web:\n    image: nginx\n    depends_on: [api]\n  api:\n    image: example/api\n'],
  },
  *check(project) {
    const edges = new Map(Array.from(project.services, ([name, service]) => [name, edgesOf(service, project)]));
    for (const circle of circles(edges)) {
      const [first, ...others] = circle;
      if (!first) continue;
      const path = [circle.at(-1)?.to ?? '', ...circle.map(({ to }) => to)].map((name) => `\`${name}\``).join(' → ');
      const message =
        others.length === 0
          ? `${path.split(' ')[0] ?? ''} depends on itself.`
          : `These services wait for each other: ${path}.`;
      const related = others.map(({ at, to }) => ({ at, message: `It goes on here, to \`${to}\`.` }));
      yield { at: first.at, message, ...(related.length > 0 && { related }) };
    }
  },
});

function edgesOf(service: Service, project: Project): Edge[] {
  const written = dependencies(service).map(({ name, at }) => ({ to: name, at }));
  const implied = impliedDependencies(service).flatMap(({ name }) => (name.known ? [{ to: name.text, at: name }] : []));
  return [...written, ...implied].filter(({ to }) => project.services.has(to));
}

/** A circle for each edge that leads back to a service on the way to it: every service is gone through once. */
function circles(edges: ReadonlyMap<string, readonly Edge[]>): Edge[][] {
  const found: Edge[][] = [];
  const done = new Set<string>();
  const way: { readonly name: string; readonly edges: readonly Edge[]; next: number }[] = [];
  const taken: Edge[] = [];
  for (const start of edges.keys()) {
    if (done.has(start)) continue;
    way.push({ name: start, edges: edges.get(start) ?? [], next: 0 });
    for (let top = way.at(-1); top; top = way.at(-1)) {
      const edge = top.edges[top.next];
      if (!edge) {
        done.add(top.name);
        way.pop();
        taken.pop();
        continue;
      }
      top.next += 1;
      const seen = way.findIndex(({ name }) => name === edge.to);
      if (seen >= 0) found.push([...taken.slice(seen), edge]);
      else if (!done.has(edge.to)) {
        taken.push(edge);
        way.push({ name: edge.to, edges: edges.get(edge.to) ?? [], next: 0 });
      }
    }
  }
  return found;
}
